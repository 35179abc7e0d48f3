import { indicatorSchema, type Indicator } from '../../plan/schema';
import { fill, type Text } from '../../plan/text';
import { readNames, readPairs, readSection, type KnownNames } from './cell-lists';
import { labelOf } from './choices';
import { indicatorWords } from './indicator-messages';
import type { IndicatorColumn } from './columns';
import { readItem } from './item-names';
import { findingMessages as messages, notApplicableReasons } from './messages';
import { brief, type RecordReader } from './record-reader';

type Reader = RecordReader<IndicatorColumn>;

/** What the other sheets say that an indicator may refer to. */
export interface Surroundings {
  readonly organisations: KnownNames;
  readonly regions: ReadonlySet<string>;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  /** The plan's years; null where they cannot be read. */
  readonly years: { readonly start: number; readonly end: number } | null;
}

const { shape } = indicatorSchema;

/** One row of 指标清单 without its quotes; `standIn` is its id where it has none that counts. */
export function readIndicator(reader: Reader, around: Surroundings, standIn: string): Indicator {
  return {
    id: reader.checked('id', reader.required('id', standIn), shape.id, standIn),
    name: reader.required('name', '?'),
    section: readSection(reader.shown('section') ?? ''),
    quotes: [],
    measureUnit: reader.text('measureUnit') ?? '',
    precision: reader.checked(
      'precision',
      reader.requiredNumber('precision', 0),
      shape.precision,
      0,
    ),
    kind: reader.requiredChoice('kind', 'kind', 'level'),
    target: readTarget(reader, around),
    direction: reader.requiredChoice('direction', 'direction', 'none'),
    strength: reader.requiredChoice('strength', 'strength', 'firm'),
    attribute: reader.choice('attribute', 'attribute'),
    soft: reader.choice('soft', 'yesNo') === 'yes',
    baseline: readBaseline(reader),
    leadUnit: readLead(reader, around),
    supportingUnits: readSupporting(reader, around),
    leader: reader.name('leader'),
    responsibility: reader.requiredChoice('responsibility', 'responsibility', 'none'),
    collect: readCollect(reader, around),
    rollUp: reader.requiredChoice('rollUp', 'rollUp', 'none'),
    frequency: reader.requiredChoice('frequency', 'frequency', 'year'),
    yearlyTargets: readYearlyTargets(reader, around),
    allocations: readAllocations(reader, around),
    note: reader.text('note'),
  };
}

function readTarget(reader: Reader, { years }: Surroundings): Indicator['target'] {
  const target = shape.target.shape;
  const standInYear = years?.end ?? 2000;
  return {
    operator: reader.requiredChoice('operator', 'operator', '>='),
    value: reader.number('targetValue'),
    upper: reader.number('upper'),
    year: reader.checked(
      'targetYear',
      reader.requiredNumber('targetYear', standInYear),
      target.year,
      standInYear,
    ),
    everyYear: reader.choice('everyYear', 'yesNo') === 'yes',
    tolerance: reader.checked('tolerance', readShare(reader), target.tolerance, null),
  };
}

/** 0.05, or 5% as text. */
function readShare(reader: Reader): number | null {
  const share = /^([\d.]+)[%％]$/.exec(reader.name('tolerance') ?? '');
  return share ? Number(share[1]) / 100 : reader.number('tolerance');
}

function readBaseline(reader: Reader): Indicator['baseline'] {
  const note = reader.text('baselineNote');
  const value = reader.number('baselineValue');
  const year = reader.number('baselineYear');
  const isBlank = (['baselineYear', 'baselineValue', 'baselineNote'] as const).every(
    (id) => reader.shown(id) === null,
  );
  if (isBlank) return null;
  const schema = shape.baseline.unwrap().shape.year;
  return {
    year: reader.checked(
      'baselineYear',
      year ?? reader.missing('baselineYear', 2000),
      schema,
      2000,
    ),
    value: value ?? reader.missing('baselineValue', 0),
    note,
  };
}

function readLead(reader: Reader, { organisations }: Surroundings): string | null {
  const spelling = reader.name('leadUnit');
  if (spelling === null) return null;
  const name = organisations.get(spelling) ?? null;
  if (name === null)
    reader.report('leadUnit', messages.unknownOrganisation, { found: brief(spelling) });
  return name;
}

function readSupporting(reader: Reader, { organisations }: Surroundings): string[] {
  const names = readNames(reader.shown('supportingUnits') ?? '', organisations);
  const unknown = names.filter(({ name }) => name === null).map(({ spelling }) => spelling);
  if (unknown.length > 0)
    reader.report('supportingUnits', messages.unknownOrganisation, {
      found: brief(unknown.join('、')),
    });
  return names.flatMap(({ name }) => name ?? []);
}

type CollectColumn = 'numerator' | 'denominator' | 'scale' | 'growthItem' | 'growthBaseYear';
const COLLECT_COLUMNS: Readonly<Record<Indicator['collect']['method'], readonly CollectColumn[]>> =
  {
    direct: [],
    ratio: ['numerator', 'denominator', 'scale'],
    'average-growth': ['growthItem', 'growthBaseYear'],
  };

function readCollect(reader: Reader, { items }: Surroundings): Indicator['collect'] {
  const method = reader.requiredChoice('collect', 'collect', 'direct');
  if (reader.isFaulty('collect')) return { method: 'direct' };
  for (const columns of Object.values(COLLECT_COLUMNS))
    for (const id of columns)
      if (!COLLECT_COLUMNS[method].includes(id))
        refuseContent(
          reader,
          id,
          fill(notApplicableReasons.collect, { is: labelOf('collect', method) }),
        );
  switch (method) {
    case 'direct':
      return { method };
    case 'ratio':
      return {
        method,
        numerator: readItemAt(reader, 'numerator', items),
        denominator: readItemAt(reader, 'denominator', items),
        scale: readScale(reader),
      };
    case 'average-growth':
      return {
        method,
        item: readItemAt(reader, 'growthItem', items),
        baseYear: reader.checked(
          'growthBaseYear',
          reader.requiredNumber('growthBaseYear', 2000),
          shape.target.shape.year,
          2000,
        ),
      };
  }
}

function readScale(reader: Reader): number {
  const scale = reader.requiredNumber('scale', 1);
  if (scale > 0) return scale;
  const { header: column, hint } = indicatorWords.scale;
  reader.report('scale', messages.notAccepted, { column, hint, found: scale });
  return 1;
}

function readItemAt(
  reader: Reader,
  id: 'numerator' | 'denominator' | 'growthItem',
  items: Surroundings['items'],
): string {
  const spelling = reader.name(id);
  if (spelling === null) return reader.missing(id, 'item');
  const read = readItem(spelling, items);
  if (read.is === 'item') return read.id;
  const message = read.is === 'unknown' ? messages.unknownItem : messages.ambiguousItem;
  reader.report(id, message, { found: brief(spelling) });
  return 'item';
}

/** Reports what stands in a cell that stays blank, given another one. */
export function refuseContent(reader: Reader, id: IndicatorColumn, because: Text): void {
  const found = reader.shown(id);
  if (found === null) return;
  const { header: column } = indicatorWords[id];
  reader.report(id, messages.notApplicable, { because, column, found: brief(found) });
}

function readYearlyTargets(reader: Reader, { years }: Surroundings): Indicator['yearlyTargets'] {
  const schema = shape.yearlyTargets.element.shape.year;
  return readPairs(reader.shown('yearlyTargets') ?? '').flatMap(({ key, value }) => {
    const year = schema.safeParse(Number(key.replace(/年$/, '')));
    if (!year.success || value === null) {
      const form = '2021=27；2022=30';
      reader.report('yearlyTargets', messages.badPair, { found: brief(key), form });
      return [];
    }
    if (years && (year.data < years.start || year.data > years.end))
      reader.report('yearlyTargets', messages.yearOutside, { found: year.data, ...years });
    return [{ year: year.data, value }];
  });
}

function readAllocations(reader: Reader, { regions }: Surroundings): Indicator['allocations'] {
  return readPairs(reader.shown('allocations') ?? '').flatMap(({ key, value }) => {
    if (value === null) {
      const form = '海曙区=12；江北区=8';
      reader.report('allocations', messages.badPair, { found: brief(key), form });
      return [];
    }
    if (regions.has(key)) return [{ region: key, value }];
    reader.report('allocations', messages.unknownRegion, { found: brief(key) });
    return [];
  });
}
