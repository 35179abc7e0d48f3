import type { FileRule, RelationRule, RowRule, Rule } from '../rule';
import { alteredFigure } from './altered-figure';
import { alteredFormula } from './altered-formula';
import { alteredHead } from './altered-head';
import { alteredIdentity } from './altered-identity';
import { alteredLockedCell } from './altered-locked-cell';
import { behindUnexplained } from './behind-unexplained';
import { completedWithoutEvidence } from './completed-without-evidence';
import { cumulativeDecrease } from './cumulative-decrease';
import { duplicateColumn } from './duplicate-column';
import { duplicateForm } from './duplicate-form';
import { duplicateRow } from './duplicate-row';
import { externalLink } from './external-link';
import { extraColumn } from './extra-column';
import { extraDecimals } from './extra-decimals';
import { extraRow } from './extra-row';
import { extraSheet } from './extra-sheet';
import { formulaWithoutValue } from './formula-without-value';
import { formulasLost } from './formulas-lost';
import { growthDisagrees } from './growth-disagrees';
import { headMissing } from './head-missing';
import { hiddenRow } from './hidden-row';
import { macros } from './macros';
import { mergedCells } from './merged-cells';
import { missingColumn } from './missing-column';
import { missingFigure } from './missing-figure';
import { missingRow } from './missing-row';
import { missingSheet } from './missing-sheet';
import { negativeFigure } from './negative-figure';
import { noRegionalFigure } from './no-regional-figure';
import { notANumber } from './not-a-number';
import { notApplicableUnexplained } from './not-applicable-unexplained';
import { numberAsText } from './number-as-text';
import { numeratorAboveDenominator } from './numerator-above-denominator';
import { outOfRange } from './out-of-range';
import { partAboveWhole } from './part-above-whole';
import { partsAddUp } from './parts-add-up';
import { percentAsFraction } from './percent-as-fraction';
import { planVersion } from './plan-version';
import { recoveredByHeadings } from './recovered-by-headings';
import { recoveredByNames } from './recovered-by-names';
import { recoveredIdentity } from './recovered-identity';
import { shareAbove100 } from './share-above-100';
import { signatureMissing } from './signature-missing';
import { stateConflict } from './state-conflict';
import { swing } from './swing';
import { unitSlip } from './unit-slip';
import { unlistedIndicator } from './unlisted-indicator';
import { wholeNumber } from './whole-number';
import { wrongPeriod } from './wrong-period';
import { wrongPlan } from './wrong-plan';
import { wrongRound } from './wrong-round';

/** In the order in which a row's first finding is chosen: what is entered, then its size, then its meaning. */
export const ROW_RULES: readonly RowRule[] = [
  missingFigure,
  notANumber,
  stateConflict,
  outOfRange,
  wholeNumber,
  negativeFigure,
  shareAbove100,
  percentAsFraction,
  unitSlip,
  cumulativeDecrease,
  swing,
  behindUnexplained,
  notApplicableUnexplained,
  completedWithoutEvidence,
  extraDecimals,
];

/** After the rules over one row. */
export const RELATION_RULES: readonly RelationRule[] = [
  partsAddUp,
  partAboveWhole,
  numeratorAboveDenominator,
  growthDisagrees,
];

/** By the name that reading a submission observes them under. */
export const FILE_RULES = {
  alteredFigure,
  alteredFormula,
  alteredHead,
  alteredIdentity,
  alteredLockedCell,
  duplicateColumn,
  duplicateForm,
  duplicateRow,
  externalLink,
  extraColumn,
  extraRow,
  extraSheet,
  formulaWithoutValue,
  formulasLost,
  headMissing,
  hiddenRow,
  macros,
  mergedCells,
  missingColumn,
  missingRow,
  missingSheet,
  noRegionalFigure,
  numberAsText,
  planVersion,
  recoveredByHeadings,
  recoveredByNames,
  recoveredIdentity,
  signatureMissing,
  unlistedIndicator,
  wrongPeriod,
  wrongPlan,
  wrongRound,
} as const satisfies Record<string, FileRule>;

export type FileRuleName = keyof typeof FILE_RULES;

export const RULES: readonly Rule[] = [
  ...ROW_RULES,
  ...RELATION_RULES,
  ...Object.values(FILE_RULES),
];
