import { conversionFactor } from '../../plan/measure-unit';
import { fill, type Fillings, type Text } from '../../plan/text';
import { milestoneCode } from '../../rule/row';
import { parseAddress } from '../../sheet/address';
import { cellAt, type GridCell, type WorkbookGrid } from '../../sheet/grid';
import type { Entry } from '../../template/entry';
import type { Carrier, TemplateModel } from '../../template/model';
import type { Digest, SealState } from '../../template/seal';
import { quotedText, rawOf } from '../cell-text';
import type { IssuedTemplate, IssuedTemplates } from '../recover/identity';
import type { Observation, Submission, SubmittedEntry } from '../submission';
import { withDerived } from '../with-derived';
import { decodeRegional, type RegionalContent, type RegionalFigure } from './carrier';
import { regionalMessages, type RegionalRefusal } from './messages';

export type RegionalReading =
  | { readonly is: 'submission'; readonly submission: Submission }
  /** A region's consolidated workbook that cannot count here. */
  | { readonly is: 'refused'; readonly code: RegionalRefusal; readonly reason: Text };

/**
 * Reads a region's consolidated workbook as the region's submission to a round that asks it: the rows are
 * those of the blank that the round issued to the region, the figures those that the region compiled.
 * Null where the workbook is none. @param issued the blanks of the round; null where no round is named
 */
export function readRegional(
  grid: WorkbookGrid,
  digest: Digest,
  issued: IssuedTemplates | null,
): RegionalReading | null {
  const decoded = decodeRegional(grid, digest);
  if (decoded.found === 'nothing') return null;
  if (decoded.found === 'damaged') return refused('damaged', {});
  const { content, seal } = decoded;
  const { region, period } = content;
  if (seal === 'altered') return refused('tampered', { region });
  if (!issued) return refused('round-needed', { region, period });
  const templates = issued();
  const models = templates.map(({ carrier }) => carrier.model);
  const ids = new Set(content.plans.map(({ id }) => id));
  const [first] = models;
  if (!models.some((model) => model.plans.some(({ id }) => ids.has(id))))
    return refused('other-plan', {
      region,
      found: titles(content.plans),
      expected: titles(first?.plans ?? []),
    });
  if (first && first.period !== period)
    return refused('other-period', { region, found: period, expected: first.period });
  const template = templates.find(({ carrier: { model } }) => isForRegion(model, region));
  return template
    ? { is: 'submission', submission: submissionOf(grid, content, seal, template) }
    : refused('not-issued', { region });
}

function isForRegion({ organisation, region }: TemplateModel, name: string): boolean {
  return organisation === name && region === name;
}

function refused(code: RegionalRefusal, fillings: Fillings): RegionalReading {
  return { is: 'refused', code, reason: fill(regionalMessages[code], fillings) };
}

function submissionOf(
  grid: WorkbookGrid,
  content: RegionalContent,
  seal: SealState,
  { carrier }: IssuedTemplate,
): Submission {
  const figures = new Map(content.figures.map((figure) => [figure.key, figure]));
  const observations: Observation[] = [];
  const entries = carrier.model.entries.map((entry) =>
    readEntry(entry, figures.get(entry.key), { grid, content, observations }),
  );
  return {
    model: modelOf(carrier, content),
    seal,
    sealValue: carrier.seal.value,
    entries: withDerived(entries),
    fields: [],
    observations,
    savedAt: grid.savedAt,
    application: grid.application,
  };
}

/** The blank's own, with the versions of the plans that the region compiled against. */
function modelOf({ model }: Carrier, { plans }: RegionalContent): TemplateModel {
  const hashOf = (id: string) => plans.find((plan) => plan.id === id)?.hash;
  return {
    ...model,
    plans: model.plans.map((plan) => ({ ...plan, hash: hashOf(plan.id) ?? plan.hash })),
  };
}

interface Place {
  readonly grid: WorkbookGrid;
  readonly content: RegionalContent;
  readonly observations: Observation[];
}

function readEntry(
  entry: Entry,
  figure: RegionalFigure | undefined,
  { grid, content, observations }: Place,
): SubmittedEntry {
  const { sheet, region } = content;
  const { key, name } = entry;
  const blank: SubmittedEntry = {
    entry,
    ...{ state: 'blank', value: null, milestone: null, raw: '', quoted: '' },
    ...{ explanation: '', evidence: '', sheet, row: null, cells: {} },
  };
  const observe = (rule: Observation['rule'], cell: string | null, fillings: Fillings) =>
    observations.push({ rule, sheet, cell, entry: key, fillings: { region, name, ...fillings } });
  if (!figure) {
    // what computes itself is missing with the rows behind it
    if (entry.derivation) return blank;
    observe('noRegionalFigure', null, {});
    return blank;
  }
  const { cell, shown, milestone, explanation, evidence, behind } = figure;
  const found = cellIn(grid, sheet, cell);
  const raw = rawOf(found);
  if (!isSame(raw, shown)) observe('alteredFigure', cell, { raw, value: shown });
  const place: Pick<SubmittedEntry, 'row' | 'cells' | 'explanation' | 'evidence'> = {
    ...{ explanation, evidence },
    row: parseAddress(cell)?.row ?? null,
    cells: { actual: cell, state: cell, explanation: cell, evidence: cell },
  };
  if (entry.derivation) return { ...blank, ...place, raw, quoted: quotedText(found) };
  const value = convert(figure, entry);
  const isLost = figure.value !== null && value === null;
  return {
    ...blank,
    state: isLost ? 'invalid' : figure.state,
    value: milestone === null ? value : milestoneCode(milestone),
    milestone,
    raw: isLost ? `${raw}${figure.measureUnit}` : raw,
    quoted: `${quotedText(found)}${isLost ? figure.measureUnit : ''}`,
    ...place,
    behind,
  };
}

/** In the unit that the row is asked in here; null where the two measure different things. */
function convert({ value, measureUnit }: RegionalFigure, entry: Entry): number | null {
  const factor = conversionFactor(measureUnit, entry.measureUnit);
  if (value === null || factor === null) return null;
  return factor === 1 ? value : Number((value * factor).toPrecision(DIGITS));
}

function cellIn(grid: WorkbookGrid, name: string, cell: string): GridCell | undefined {
  const sheet = grid.sheets.find((candidate) => candidate.name === name);
  const place = parseAddress(cell);
  return sheet && place ? cellAt(sheet, place.row, place.column) : undefined;
}

/** As numbers where both are numbers: programs write as many digits as they like. */
function isSame(raw: string, shown: string): boolean {
  if (raw === shown) return true;
  if (raw.trim() === '' || shown.trim() === '') return false;
  const [found, compiled] = [Number(raw), Number(shown)];
  return found.toPrecision(DIGITS) === compiled.toPrecision(DIGITS) && !Number.isNaN(found);
}

/** Digits of a number that every program keeps. */
const DIGITS = 12;

function titles(plans: readonly { readonly title: string }[]): string {
  return plans.map(({ title }) => `《${title}》`).join('、');
}
