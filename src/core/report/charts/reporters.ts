import type { IndicatorResult } from '../../consolidation/consolidation';
import { fill, type Text } from '../../plan/text';
import { quote } from '../../rule/excel-formula';
import { formatAddress } from '../../sheet/address';
import { shortened } from '../../sheet/text-size';
import { indicatorColumns } from '../column-labels';
import { reporters } from '../groups';
import { reportMessages } from '../messages';
import { isReported, regionalResults, regionColumn, regionNames } from '../regions-sheet';
import type { TableCell } from '../table-sheet';
import { COUNT_FORMAT, SHARE_FORMAT, tally, tallyCells, tallyLabels, textOf } from '../tally';
import { chartMessages } from './messages';
import {
  figureAt,
  FIRST_FIGURE_COLUMN,
  LABEL_WIDTH,
  linesOf,
  MOST_BARS,
  type Drawn,
  type TableFrame,
} from './chart-table';

interface Reporter {
  readonly name: string;
  readonly results: readonly IndicatorResult[];
  readonly asked: number;
  /** 达序时率: the share of what is asked that is on schedule or achieved. */
  readonly share: number;
}

/** 各单位达序时率, the best first. */
export function organisationsTable(frame: TableFrame): Drawn | null {
  const { context, builder, headRow } = frame;
  const { say, consolidation } = context;
  const all = reporters(consolidation.indicators)
    .map((name) => reporterOf(name, consolidation.indicators))
    .filter(({ asked }) => asked > 0);
  // one organisation is no comparison
  if (all.length < 2) return null;
  const isAnyReported = all.some(({ results, asked }) => tally(results)['not-reported'] < asked);
  if (!isAnyReported) return { is: 'omitted', why: say(chartMessages.nothingReported) };
  const shown = mostAsked(all).sort(
    (left, right) => right.share - left.share || right.asked - left.asked,
  );
  const limited = fill(chartMessages.limitedOrganisations, { most: MOST_BARS, all: all.length });
  return {
    is: 'table',
    table: {
      id: 'organisations',
      title: say(chartMessages.organisationsTitle),
      note: say(chartMessages.organisationsNote),
      limit: shown.length < all.length ? say(limited) : null,
      heads: [
        say(chartMessages.number),
        say(indicatorColumns.organisation),
        say(chartMessages.inChart),
        ...tallyLabels(context),
        say(chartMessages.onScheduleShare),
      ],
      lines: linesOf(shown, frame, ({ name, results, asked, share }, row) => {
        const place = { row, firstColumn: FIRST_FIGURE_COLUMN };
        const equals = textOf(`$${formatAddress(row, 2)}`);
        return {
          name,
          label: countedLabel(name, asked, row, frame),
          figures: [
            ...tallyCells(results, { column: 'organisation', equals }, place, builder, context),
            {
              value: share,
              style: builder.variant('count', { numberFormat: SHARE_FORMAT }),
              formula: `IF(${figureAt(row, 0)}=0,"",(${figureAt(row, 1)}+${figureAt(row, 2)})/${figureAt(row, 0)})`,
            },
          ],
        };
      }),
      headRow,
    },
  };
}

function reporterOf(name: string, indicators: readonly IndicatorResult[]): Reporter {
  const results = indicators.filter(({ reporter }) => reporter === name);
  const counts = tally(results);
  const { asked } = counts;
  return {
    name,
    results,
    asked,
    share: asked === 0 ? 0 : (counts.achieved + counts['on-schedule']) / asked,
  };
}

function mostAsked<T extends Pick<Reporter, 'asked' | 'share'>>(all: readonly T[]): T[] {
  return [...all]
    .sort((left, right) => right.asked - left.asked || right.share - left.share)
    .slice(0, MOST_BARS);
}

/** 各区(县、市)报送完成率 over 区县. */
export function regionsTable(frame: TableFrame): Drawn | null {
  const { context, builder, headRow } = frame;
  const { say } = context;
  const results = regionalResults(context);
  const names = regionNames(context);
  if (names.length < 2) return null;
  const all = names.map((name) => {
    const own = results.flatMap(({ regions }) => regions.filter(({ region }) => region === name));
    const reported = own.filter(isReported).length;
    return { name, asked: own.length, reported, share: reported / own.length };
  });
  if (all.every(({ reported }) => reported === 0))
    return { is: 'omitted', why: say(chartMessages.noRegionReported) };
  const shown = mostAsked(all).sort((left, right) => right.share - left.share);
  const limited = fill(chartMessages.limitedRegions, { most: MOST_BARS, all: all.length });
  const count = builder.variant('count', { numberFormat: COUNT_FORMAT });
  const none = quote(say(reportMessages.notReportedMark));
  return {
    is: 'table',
    table: {
      id: 'regions',
      title: say(chartMessages.regionsTitle),
      note: say(chartMessages.regionsNote),
      limit: shown.length < all.length ? say(limited) : null,
      heads: [
        say(chartMessages.number),
        say(chartMessages.region),
        say(chartMessages.inChart),
        say(reportMessages.asked),
        say(reportMessages.reported),
        say(reportMessages.reportingShare),
      ],
      lines: linesOf(shown, frame, ({ name, asked, reported, share }, row) => {
        const cells = regionColumn(name, context);
        return {
          name,
          label: countedLabel(name, asked, row, frame),
          figures: [
            { value: asked, style: count, formula: `COUNTA(${cells})` },
            {
              value: reported,
              style: count,
              formula: `${figureAt(row, 0)}-COUNTIF(${cells},${none})`,
            },
            {
              value: share,
              style: builder.variant('count', { numberFormat: SHARE_FORMAT }),
              formula: `IF(${figureAt(row, 0)}=0,"",${figureAt(row, 1)}/${figureAt(row, 0)})`,
            },
          ],
        };
      }),
      headRow,
    },
  };
}

/** 市经信局（26项）: a share says little without the number that it is a share of. */
function countedLabel(
  name: string,
  asked: number,
  row: number,
  { context: { say } }: TableFrame,
): TableCell {
  const short = shortened(name, LABEL_WIDTH - COUNT_WIDTH, 'middle');
  const wording = (count: string): Text =>
    fill(chartMessages.withCount, { name: short.replaceAll(GAP, ''), count });
  const [before, after] = say(wording(GAP)).split(GAP);
  return {
    value: say(wording(String(asked))),
    style: 'text',
    formula: `${quote(before!)}&${figureAt(row, 0)}&${quote(after!)}`,
  };
}

/** Digits that the number behind a name takes. */
const COUNT_WIDTH = 8;
/** Stands where the number goes; no name may hold it. */
const GAP = '\u0001';
