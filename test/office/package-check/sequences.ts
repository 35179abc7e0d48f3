/**
 * The child elements of each element that our workbooks may hold, in their order, from the schemas of
 * ECMA-376 (part 1: sml, dml-chart, dml-main, dml-spreadsheetDrawing) and of Microsoft's 2009 extensions
 * (x14, x15). Written like the content models there: `a? b+ (c|d)* e`; nothing after the colon is an element
 * without children. A child's own model is that of its name, or the one after “=”: `ser=barSer`.
 */
const MODELS = `
x:worksheet: sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? drawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?
x:sheetPr: tabColor? outlinePr? pageSetUpPr?
x:tabColor:
x:outlinePr:
x:pageSetUpPr:
x:dimension:
x:sheetViews: sheetView+ extLst?
x:sheetView: pane? selection* pivotSelection* extLst?
x:pane:
x:selection:
x:sheetFormatPr:
x:cols: col+
x:col:
x:sheetData: row*
x:row: c* extLst?
x:c: f? v? is? extLst?
x:is: t? r* rPh* phoneticPr?
x:f:
x:v:
x:sheetProtection:
x:autoFilter: filterColumn* sortState? extLst?
x:mergeCells: mergeCell+
x:mergeCell:
x:conditionalFormatting: cfRule+ extLst?
x:cfRule: formula* colorScale? dataBar? iconSet? extLst?
x:formula:
x:dataBar: cfvo cfvo color
x:iconSet: cfvo cfvo cfvo+
x:cfvo: extLst?
x:color:
x:dataValidations: dataValidation+
x:dataValidation: formula1? formula2?
x:formula1:
x:formula2:
x:hyperlinks: hyperlink+
x:hyperlink:
x:printOptions:
x:pageMargins:
x:pageSetup:
x:headerFooter: oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?
x:oddHeader:
x:oddFooter:
x:rowBreaks: brk+
x:brk:
x:drawing:
x:legacyDrawing:
x:extLst: ext*
x:ext: (x14:id|x14:conditionalFormattings|x14:slicerStyles|x15:timelineStyles)
x14:id:
x14:slicerStyles:
x15:timelineStyles:
x14:conditionalFormattings: x14:conditionalFormatting+
x14:conditionalFormatting: x14:cfRule* xm:sqref? x:extLst?
x14:cfRule: xm:f* x14:colorScale? x14:dataBar? x14:iconSet? x14:dxf?
x14:dataBar: x14:cfvo x14:cfvo x14:fillColor? x14:borderColor? x14:negativeFillColor? x14:negativeBorderColor? x14:axisColor?
x14:cfvo: xm:f?
x14:fillColor:
x14:borderColor:
x14:negativeFillColor:
x14:negativeBorderColor:
x14:axisColor:
xm:f:
xm:sqref:

x:workbook: fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? smartTagPr? smartTagTypes? webPublishing? fileRecoveryPr* webPublishObjects? extLst?
x:fileVersion:
x:workbookPr:
x:workbookProtection:
x:bookViews: workbookView+
x:workbookView: extLst?
x:sheets: sheet+
x:sheet:
x:definedNames: definedName+
x:definedName:
x:calcPr:

x:sst: si*
x:si: t? r* rPh* phoneticPr?
x:t:

x:styleSheet: numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?
x:numFmts: numFmt+
x:numFmt:
x:fonts: font+
x:font: (b|i|strike|condense|extend|outline|shadow|u|vertAlign|sz|color|name|family|charset|scheme)*
x:b:
x:i:
x:u:
x:sz:
x:name:
x:family:
x:charset:
x:scheme:
x:fills: fill+
x:fill: (patternFill|gradientFill)
x:patternFill: fgColor? bgColor?
x:fgColor:
x:bgColor:
x:borders: border+
x:border: start=edge? end=edge? left=edge? right=edge? top=edge? bottom=edge? diagonal=edge? vertical=edge? horizontal=edge?
x:edge: color?
x:cellStyleXfs: xf+
x:cellXfs: xf+
x:xf: alignment? protection? extLst?
x:alignment:
x:protection:
x:cellStyles: cellStyle+
x:cellStyle: extLst?
x:dxfs: dxf*
x:dxf: font? numFmt? fill? alignment? border? protection? extLst?
x:tableStyles: tableStyle*

xdr:wsDr: (xdr:twoCellAnchor|xdr:oneCellAnchor|xdr:absoluteAnchor)*
xdr:twoCellAnchor: from=marker to=marker (sp|grpSp|graphicFrame|cxnSp|pic|contentPart) clientData
xdr:marker: col colOff row rowOff
xdr:col:
xdr:colOff:
xdr:row:
xdr:rowOff:
xdr:graphicFrame: nvGraphicFramePr xfrm a:graphic
xdr:nvGraphicFramePr: cNvPr cNvGraphicFramePr
xdr:cNvPr: a:hlinkClick? a:hlinkHover? a:extLst?
xdr:cNvGraphicFramePr: a:graphicFrameLocks? a:extLst?
xdr:xfrm: a:off? a:ext?
xdr:clientData:
a:off:
a:ext:
a:graphic: graphicData
a:graphicData: c:chart=chartLink
c:chartLink:

c:chartSpace: date1904? lang? roundedCorners? style? clrMapOvr? pivotSource? protection? chart spPr? txPr? externalData? printSettings? userShapes? extLst?
c:date1904:
c:lang:
c:roundedCorners:
c:printSettings: headerFooter=empty? pageMargins=empty? pageSetup=empty? legacyDrawingHF?
c:empty:
c:chart: title? autoTitleDeleted? pivotFmts? view3D? floor? sideWall? backWall? plotArea legend? plotVisOnly? dispBlanksAs? showDLblsOverMax? extLst?
c:title: tx=titleText? layout? overlay? spPr? txPr? extLst?
c:titleText: (strRef|rich)
c:rich: a:bodyPr a:lstStyle? a:p+
c:txPr: a:bodyPr a:lstStyle? a:p+
c:autoTitleDeleted:
c:overlay:
c:layout: manualLayout? extLst?
c:plotArea: layout? (barChart|lineChart|doughnutChart)+ (valAx|catAx)* dTable? spPr? extLst?
c:legend: legendPos? legendEntry* layout? overlay? spPr? txPr? extLst?
c:legendPos:
c:plotVisOnly:
c:dispBlanksAs:
c:barChart: barDir grouping? varyColors? ser=barSer* dLbls? gapWidth? overlap? serLines* axId axId extLst?
c:barDir:
c:grouping:
c:varyColors:
c:gapWidth:
c:overlap:
c:axId:
c:lineChart: grouping varyColors? ser=lineSer* dLbls? dropLines? hiLowLines? upDownBars? marker=flag? smooth? axId axId extLst?
c:flag:
c:doughnutChart: varyColors? ser=pieSer* dLbls? firstSliceAng? holeSize? extLst?
c:firstSliceAng:
c:holeSize:
c:barSer: idx order tx? spPr? invertIfNegative? pictureOptions? dPt* dLbls? trendline* errBars? cat? val? shape? extLst?
c:lineSer: idx order tx? spPr? marker? dPt* dLbls? trendline* errBars? cat? val? smooth? extLst?
c:pieSer: idx order tx? spPr? explosion? dPt* dLbls? cat? val? extLst?
c:idx:
c:order:
c:tx: (strRef|v)
c:invertIfNegative:
c:smooth:
c:marker: symbol? size? spPr? extLst?
c:symbol:
c:size:
c:dPt: idx invertIfNegative? marker? bubble3D? explosion? spPr? pictureOptions? extLst?
c:bubble3D:
c:dLbls: dLbl* numFmt? spPr? txPr? dLblPos? showLegendKey? showVal? showCatName? showSerName? showPercent? showBubbleSize? separator? showLeaderLines? leaderLines? extLst?
c:numFmt:
c:dLblPos:
c:showLegendKey:
c:showVal:
c:showCatName:
c:showSerName:
c:showPercent:
c:showBubbleSize:
c:cat: (multiLvlStrRef|numRef|numLit|strRef|strLit)
c:val: (numRef|numLit)
c:strRef: f strCache? extLst?
c:numRef: f numCache? extLst?
c:f:
c:strCache: ptCount? pt* extLst?
c:numCache: formatCode? ptCount? pt* extLst?
c:formatCode:
c:ptCount:
c:pt: v
c:v:
c:catAx: axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? auto? lblAlgn? lblOffset? tickLblSkip? tickMarkSkip? noMultiLvlLbl? extLst?
c:valAx: axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? crossBetween? majorUnit? minorUnit? dispUnits? extLst?
c:scaling: logBase? orientation? max? min? extLst?
c:orientation:
c:max:
c:min:
c:delete:
c:axPos:
c:majorGridlines: spPr?
c:majorTickMark:
c:minorTickMark:
c:tickLblPos:
c:crossAx:
c:crosses:
c:crossBetween:
c:majorUnit:
c:auto:
c:lblAlgn:
c:lblOffset:
c:tickLblSkip:
c:noMultiLvlLbl:
c:spPr: a:xfrm? (a:custGeom|a:prstGeom)? (a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)? a:ln? (a:effectLst|a:effectDag)? a:scene3d? a:sp3d? a:extLst?
a:noFill:
a:solidFill: (srgbClr|schemeClr|sysClr|prstClr)?
a:srgbClr:
a:ln: (noFill|solidFill|gradFill|pattFill)? (prstDash|custDash)? (round|bevel|miter)? headEnd? tailEnd? extLst?
a:bodyPr: prstTxWarp? (noAutofit|normAutofit|spAutoFit)? scene3d? (sp3d|flatTx)? extLst?
a:lstStyle:
a:p: pPr? (r|br|fld)* endParaRPr?
a:pPr: lnSpc? spcBef? spcAft? (buClrTx|buClr)? (buNone|buAutoNum|buChar)? tabLst? defRPr? extLst?
a:defRPr: ln? (noFill|solidFill|gradFill)? (effectLst|effectDag)? highlight? latin? ea? cs? sym? hlinkClick? extLst?
a:r: rPr? t
a:rPr: ln? (noFill|solidFill|gradFill)? (effectLst|effectDag)? highlight? latin? ea? cs? sym? hlinkClick? extLst?
a:endParaRPr: ln? (noFill|solidFill|gradFill)? (effectLst|effectDag)? highlight? latin? ea? cs? sym? hlinkClick? extLst?
a:t:
a:latin:
a:ea:
a:cs:
`;

/** The prefixes used here, whatever the parts write. */
export const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main': 'x14',
  'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main': 'x15',
  'http://schemas.microsoft.com/office/excel/2006/main': 'xm',
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
};

interface Step {
  /** The model of each element that may stand here, by its prefixed name. */
  readonly models: ReadonlyMap<string, string>;
  readonly least: number;
  readonly most: number;
}

/** What an element may hold; by the name of its model. */
const SEQUENCES: ReadonlyMap<string, readonly Step[]> = new Map(
  MODELS.split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, prefix, content] = /^(([a-z0-9]+):[A-Za-z0-9]+):(.*)$/.exec(line)!;
      return [name!, stepsOf(content!, prefix!)] as const;
    }),
);

function stepsOf(content: string, prefix: string): Step[] {
  return content
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, names, sign = ''] = /^(.*?)([?*+]?)$/.exec(word)!;
      const models = names!
        .replace(/[()]/g, '')
        .split('|')
        .map((each) => {
          const [element, model = element] = each.split('=') as [string, string?];
          const prefixed = (name: string) => (name.includes(':') ? name : `${prefix}:${name}`);
          const own = prefixed(element).split(':')[0]!;
          return [prefixed(element), model.includes(':') ? model : `${own}:${model}`] as const;
        });
      return {
        models: new Map(models),
        least: sign === '?' || sign === '*' ? 0 : 1,
        most: sign === '*' || sign === '+' ? Infinity : 1,
      };
    });
}

/** The model of each child where they follow the element's own model, else what is wrong. */
export function matchChildren(
  model: string,
  children: readonly string[],
): { readonly models: readonly string[] } | { readonly problem: string } {
  const steps = SEQUENCES.get(model);
  if (!steps) return { problem: `<${model}> is not an element that our workbooks hold` };
  const models: string[] = [];
  let at = 0;
  for (const { models: allowed, least, most } of steps) {
    let count = 0;
    while (count < most && allowed.has(children[at] ?? '')) {
      models.push(allowed.get(children[at]!)!);
      at += 1;
      count += 1;
    }
    if (count < least) {
      const found = children[at] === undefined ? 'its end' : `<${children[at]}>`;
      return { problem: `<${model}> wants <${[...allowed.keys()].join('|')}> before ${found}` };
    }
  }
  return at === children.length
    ? { models }
    : { problem: `<${model}> may not hold <${children[at]!}> after <${children[at - 1] ?? ''}>` };
}
