import type { DecisionKind } from '../../../core/consolidation/decisions';
import type { Text } from '../../../core/plan/text';

/** What `accept`, `exclude` and `reinstate` say. */
export const decideMessages = {
  commands: {
    accept: {
      zh: '记录汇总单位的决定：有审核问题也采用该文件（或采用先前报来的一份）',
      en: 'record the decision to count a file although findings stand (or an earlier one)',
    },
    exclude: {
      zh: '记录汇总单位的决定：不采用该文件',
      en: 'record the decision to leave a file out',
    },
    reinstate: {
      zh: '撤回关于该文件的最近一次决定',
      en: 'take the last decision about a file back',
    },
  } satisfies Record<DecisionKind, Text>,
  examples: {
    accept: 'accept 2021Q2 市科技局.xlsx --why 经电话核实，数据属实 --by 张三',
    exclude: 'exclude 2021Q2 市科技局（试填）.xlsx --why 试填件',
    reinstate: 'reinstate 2021Q2 市科技局（试填）.xlsx --why 该单位确认即为正式报送',
  } satisfies Record<DecisionKind, string>,
  argFile: { zh: '收件夹中的文件', en: 'a file in the inbox' },
  optWhy: { zh: '理由（必填，记录在案）', en: 'the reason (kept on record)' },
  optBy: { zh: '决定人', en: 'who decides' },

  noReason: {
    zh: '请用 --why 写明理由：决定要连同理由一起记录。',
    en: 'Give a reason with --why: a decision is recorded with its reason.',
  },
  unknownFile: {
    zh: '收件夹 {inbox} 中没有“{name}”。其中的文件：\n  {known}',
    en: 'There is no “{name}” in {inbox}. It holds:\n  {known}',
  },
  emptyInbox: {
    zh: '收件夹 {inbox} 是空的，没有“{name}”。',
    en: 'The inbox {inbox} is empty; there is no “{name}”.',
  },
  ambiguous: {
    zh: '收件夹中有 {count} 个文件都可能是“{name}”，请写全名称：\n  {found}',
    en: '{count} files of the inbox may be “{name}”; write the whole name:\n  {found}',
  },
  already: {
    zh: '“{file}”已有同样的决定：{why}（{signature}）。要改理由，请先用 tallybook reinstate 撤回。',
    en: 'The same was already decided about “{file}”: {why} ({signature}). To change the reason, take it back with tallybook reinstate first.',
  },
  nothingToReinstate: {
    zh: '没有关于“{file}”的有效决定可以撤回。',
    en: 'There is no decision about “{file}” to take back.',
  },

  recorded: {
    accept: {
      zh: '已记录：采用“{file}”，作为{who}的报送；其中 {count} 条须修改或需说明的审核结果按“经确认采用”处理。',
      en: 'Recorded: “{file}” counts as the submission of {who}; {count} findings that would keep figures out are accepted.',
    },
    exclude: { zh: '已记录：不采用“{file}”。', en: 'Recorded: “{file}” is left out.' },
    reinstate: {
      zh: '已记录：撤回关于“{file}”的决定（{taken}：{why}；{signature}）。',
      en: 'Recorded: the decision about “{file}” is taken back ({taken}: {why}; {signature}).',
    },
  },
  otherBytes: {
    zh: '（该决定针对的是这个文件原来的内容；现在的内容没有任何决定。）',
    en: '(That decision was about the file’s former content; nothing is decided about its present one.)',
  },
  next: {
    zh: '写入 {file}，重新汇总（tallybook compile {folder}）后生效。',
    en: 'Written to {file}; it takes effect with the next tallybook compile {folder}.',
  },

  title: { zh: '汇总单位的决定', en: 'Decisions of the coordinator' },
  colDecision: { zh: '决定', en: 'Decision' },
  colWhen: { zh: '时间', en: 'When' },
  colStanding: { zh: '执行情况', en: 'Standing' },
} as const;
