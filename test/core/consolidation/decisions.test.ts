import { compileJson } from '../../../src/core/consolidation/compile-json';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { decisionsSchema, type Decision } from '../../../src/core/consolidation/decisions';
import { indicator, plan, resultOf, roundInput, type Sent } from './samples';

const PLAN = plan([indicator('firms'), indicator('parks')]);
const hash = (letter: string) => letter.repeat(64);
/** A negative figure and a sound one. */
const WRONG: Sent = { file: 'a.xlsx', sha256: hash('a'), fill: { firms: -5, parks: 60 } };
const LATER: Sent = {
  ...{ file: 'b.xlsx', sha256: hash('b'), fill: { firms: 70, parks: 70 } },
  savedAt: '2021-07-06T02:00:00Z',
};

function decided(shape: Partial<Decision> & Pick<Decision, 'decision'>): Decision {
  return {
    file: 'a.xlsx',
    sha256: hash('a'),
    why: '已电话核实',
    at: '2021-07-08T02:00:00Z',
    by: null,
    ...shape,
  };
}
const accept = decided({ decision: 'accept' });
const exclude = decided({ decision: 'exclude' });
const reinstate = decided({ decision: 'reinstate' });

function roundWith(decisions: readonly Decision[], ...sent: Sent[]) {
  return consolidate({ ...roundInput({ plans: [PLAN], sent }), decisions });
}

describe('exclude', () => {
  const consolidation = roundWith([exclude], WRONG);

  it('sets the submission aside with the reason and the time', () => {
    expect(consolidation.setAside).toMatchObject([{ file: 'a.xlsx', code: 'excluded' }]);
    expect(consolidation.setAside[0]?.reason.zh).toContain(
      '已电话核实（北京时间 2021-07-08 10:00）',
    );
    expect(consolidation.workbooks).toMatchObject([{ state: 'missing', file: null }]);
    expect(consolidation.facts).toEqual([]);
    expect(consolidation.findings).toEqual([]);
  });

  it('lets an earlier one count', () => {
    const other = { ...exclude, file: 'b.xlsx', sha256: hash('b') };
    expect(roundWith([other], WRONG, LATER).workbooks).toMatchObject([{ file: 'a.xlsx' }]);
  });

  it('holds for every copy of the file, under whatever name', () => {
    const copy = { ...WRONG, file: '副本.xlsx' };
    const codes = roundWith([exclude], WRONG, copy).setAside.map(({ code }) => code);
    expect(codes).toEqual(['excluded', 'excluded']);
  });

  it('says who decided where that was said', () => {
    const { setAside } = roundWith([{ ...exclude, by: '张三' }], WRONG);
    expect(setAside[0]?.reason.zh).toContain('（张三，北京时间 2021-07-08 10:00）');
  });
});

describe('accept', () => {
  it('counts what can be read and keeps the errors listed as accepted', () => {
    const before = roundWith([], WRONG);
    expect(resultOf(before, 'firms').actual).toBeNull();
    const after = roundWith([accept], WRONG);
    expect(resultOf(after, 'firms').actual).toBe(-5);
    expect(after.workbooks).toMatchObject([
      { state: 'accepted', errors: 0, explanationsOwed: 0, confirmed: 1, decision: accept },
    ]);
    const [listed] = after.findings;
    expect(listed).toMatchObject({ rule: 'negative-figure', severity: 'note', confirmed: 'error' });
    expect(listed?.message.zh).toContain(before.findings[0]!.message.zh);
    expect(listed?.message.zh).toContain('经汇总单位确认采用：已电话核实');
  });

  it('makes no figure of what cannot be read', () => {
    const unread = { ...WRONG, fill: { firms: 'invalid', parks: 60 } } as const;
    const after = roundWith([accept], unread);
    expect(resultOf(after, 'firms')).toMatchObject({
      actual: null,
      progress: { status: 'not-reported' },
    });
    expect(resultOf(after, 'parks').actual).toBe(60);
  });

  it('chooses an earlier submission, and says of the later one what was decided', () => {
    const after = roundWith([accept], WRONG, LATER);
    expect(after.workbooks).toMatchObject([{ file: 'a.xlsx' }]);
    expect(after.setAside).toMatchObject([{ file: 'b.xlsx', code: 'superseded' }]);
    expect(after.setAside[0]?.reason.zh).toContain('汇总单位确认采用“a.xlsx”');
  });

  it.each<[string, Partial<Sent>]>([
    ['saved', { savedAt: '2021-07-09T02:00:00Z' }],
    ['put into the inbox', { modifiedAt: '2021-07-09T02:00:00Z' }],
  ])('asks for a new decision about one %s after it', (_, times) => {
    const after = roundWith([accept], WRONG, { ...LATER, ...times });
    expect(after.workbooks).toMatchObject([{ file: 'a.xlsx' }]);
    expect(after.setAside).toMatchObject([{ file: 'b.xlsx', code: 'passed-over' }]);
  });

  it('the later of two acceptances counts', () => {
    const other = { ...accept, file: 'b.xlsx', sha256: hash('b'), at: '2021-07-09T02:00:00Z' };
    const after = roundWith([accept, other], WRONG, LATER);
    expect(after.workbooks).toMatchObject([{ file: 'b.xlsx' }]);
    expect(after.decisions.map(({ standing }) => standing)).toEqual(['without-effect', 'in-force']);
  });

  it.each<[string, Partial<Sent>, string]>([
    ['of an earlier issue', { sealValue: 'another' }, 'accepted'],
    ['of the round made again', { model: { round: 'round-0' } }, 'accepted'],
    ['whose hidden identity was altered', { seal: 'altered' }, 'missing'],
    ['of another period', { model: { round: 'round-0', period: '2021Q1' } }, 'missing'],
    ['of nobody who was asked', { model: { organisation: '市商务局' }, sealValue: 'x' }, 'missing'],
  ])('a form %s: %s', (_, change, state) => {
    const sound = { ...WRONG, fill: { firms: 5, parks: 60 } };
    const after = roundWith([accept], { ...sound, ...change });
    expect(after.workbooks).toMatchObject([{ state }]);
    expect(after.decisions).toMatchObject([
      { standing: state === 'accepted' ? 'in-force' : 'without-effect' },
    ]);
  });
});

describe('what becomes of a decision', () => {
  it.each<[string, readonly Decision[], readonly Sent[], readonly string[]]>([
    ['taken back', [exclude, reinstate], [WRONG], ['taken-back', 'takes-back']],
    ['overruled', [exclude, accept], [WRONG], ['overruled', 'in-force']],
    [
      'in force again once the later one is taken back',
      [exclude, accept, reinstate],
      [WRONG],
      ['in-force', 'taken-back', 'takes-back'],
    ],
    ['about bytes that changed since', [exclude], [{ ...WRONG, sha256: hash('c') }], ['changed']],
    ['about a file that is gone', [exclude], [], ['gone']],
    ['about a file that was renamed', [exclude], [{ ...WRONG, file: '新名.xlsx' }], ['in-force']],
  ])('%s', (_, decisions, sent, expected) => {
    const found = roundWith(decisions, ...sent).decisions.map(({ standing }) => standing);
    expect(found).toEqual(expected);
  });

  it('a decision about other bytes changes nothing', () => {
    const changed = { ...WRONG, sha256: hash('c') };
    const after = roundWith([exclude], changed);
    expect({ ...after, decisions: [] }).toEqual(roundWith([], changed));
  });
});

describe('compile.json', () => {
  it('names every decision with its standing, and has no such key without one', () => {
    const { submissions, findings } = compileJson(roundWith([accept], WRONG), 'zh');
    expect(submissions.decisions).toEqual([{ ...accept, standing: 'in-force' }]);
    expect(findings).toMatchObject([{ severity: 'note', confirmed: 'error' }]);
    const without = compileJson(roundWith([], WRONG), 'zh');
    expect(without.submissions).not.toHaveProperty('decisions');
    expect(without.findings[0]).not.toHaveProperty('confirmed');
  });
});

describe('decisions.json', () => {
  it.each<[string, unknown]>([
    ['no reason', { ...accept, why: '  ' }],
    ['no time', { ...accept, at: '昨天' }],
    ['another word', { ...accept, decision: 'forget' }],
    ['no hash', { ...accept, sha256: 'a.xlsx' }],
    ['an unknown key', { ...accept, file2: 'b.xlsx' }],
  ])('is refused with %s', (_, decision) => {
    const content = { schemaVersion: 1, decisions: [decision] };
    expect(decisionsSchema.safeParse(content).success).toBe(false);
  });
});
