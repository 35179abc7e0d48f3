import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { VOCABULARIES, type XmlAttributes, type XmlSink } from './xml';
import { decodeEscapes, readWhole } from './xml-text';

/** Number format codes by cell format; undefined for General. */
export type NumberFormats = readonly (string | undefined)[];

/** Formats with a fixed id (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 as for zh-cn. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const LAST_ID = 0xffff;

class StylesSink implements XmlSink {
  readonly isListening = false;
  /** Format ids by cell format. */
  readonly ids: number[] = [];
  readonly codes = new Map<number, string>();
  private list = '';

  constructor(private readonly limits: ReadLimits) {}

  open(name: string, attributes: XmlAttributes): void {
    // named styles have formats of the same element name, and differential ones number formats
    if (name === 'cellXfs' || name === 'numFmts') this.list = name;
    else if (name === 'xf' && this.list === 'cellXfs') {
      this.ids.push(readWhole(attributes.get('numFmtId'), LAST_ID) ?? 0);
      this.checkCount(this.ids.length);
    } else if (name === 'numFmt' && this.list === 'numFmts') {
      const id = readWhole(attributes.get('numFmtId'), LAST_ID);
      const code = attributes.get('formatCode');
      if (id !== null && code !== undefined) {
        this.codes.set(id, decodeEscapes(code));
        this.checkCount(this.codes.size);
      }
    }
  }

  close(name: string): void {
    if (name === this.list) this.list = '';
  }

  text(): void {
    // all is said in attributes
  }

  private checkCount(count: number): void {
    const limit = this.limits.styles;
    if (count > limit) throw refuse('too-large', 'tooManyStyles', { limit });
  }
}

/** The number format of every cell format; nothing else of the styles is read. @throws Unreadable */
export function readNumberFormats(
  part: PartText,
  path: ReadPath,
  limits: ReadLimits,
): NumberFormats {
  const { ids, codes } = readXml(part, VOCABULARIES.styles, path, () => new StylesSink(limits));
  return ids.map((id) => {
    const code = codes.get(id) ?? BUILT_IN[id];
    return code === 'General' || code === '' ? undefined : code;
  });
}
