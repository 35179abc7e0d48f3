/** The figures of one row that an expression may name. */
export const NUMBER_FIGURES = [
  /** 本期完成值 */
  'actual',
  /** 目标值 */
  'target',
  /** upper end of a range */
  'upper',
  /** 序时目标 */
  'scheduled',
  /** 上期完成值 */
  'previous',
  /** the same period last year */
  'sameLastYear',
  /** 基期值 */
  'baseline',
] as const;
export const TEXT_FIGURES = [
  /** the entry's state: value blank nil not-applicable not-due invalid */
  'state',
  /** 情况说明 */
  'explanation',
  /** 佐证材料 */
  'evidence',
] as const;

export type NumberFigure = (typeof NUMBER_FIGURES)[number];
export type TextFigure = (typeof TEXT_FIGURES)[number];

/** Earlier periods whose figures a blank form carries: 上期 and 上年同期. */
export const EARLIER_PERIODS = ['previous', 'sameLastYear'] as const;
export type EarlierPeriod = (typeof EARLIER_PERIODS)[number];

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '<' | '<=' | '=' | '<>' | '>=' | '>';
export type FunctionName = 'abs' | 'min' | 'max' | 'round' | 'sum' | 'power' | 'int';

/** A number or blank. Blank goes through arithmetic; so does a division by zero, which gives blank. */
export type NumberExpression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'figure'; readonly name: NumberFigure }
  /** The actual of another row, by the row's id: [headline] or [plan-id/headline]. */
  | { readonly type: 'entry'; readonly id: string }
  /** The actual of another row in an earlier period: previous([headline]), sameLastYear([headline]). */
  | { readonly type: 'earlier'; readonly period: EarlierPeriod; readonly id: string }
  /** The sum of the operand over the round's regions: sum([headline] by region). No sheet can say it. */
  | { readonly type: 'sum-by-region'; readonly operand: NumberExpression }
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | {
      readonly type: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly NumberExpression[];
    }
  | {
      readonly type: 'if';
      readonly condition: Condition;
      readonly then: NumberExpression;
      readonly otherwise: NumberExpression;
    };

/** True or false, never blank: a comparison with a blank side is false. */
export type Condition =
  | { readonly type: 'boolean'; readonly value: boolean }
  | {
      readonly type: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly type: 'text-is'; readonly figure: TextFigure; readonly value: string }
  /** The number is blank, or the text is empty but for spaces. */
  | { readonly type: 'blank'; readonly operand: NumberExpression }
  | { readonly type: 'empty'; readonly figure: TextFigure }
  | { readonly type: 'and'; readonly operands: readonly Condition[] }
  | { readonly type: 'or'; readonly operands: readonly Condition[] }
  | { readonly type: 'not'; readonly operand: Condition };

export type Expression = NumberExpression | Condition;

/**
 * Differences below half of 10^-DECIMALS count as equal in every comparison, here and in the sheet;
 * beyond COMPARISON_SCALE the tolerance grows with the right side, since no figure has more than 15 digits.
 */
export const COMPARISON_DECIMALS = 6;
/** From here on a spreadsheet no longer keeps every digit, and no figure of a plan is that large. */
export const TOO_LARGE = 1e15;
export const COMPARISON_SCALE = 1e6;
