import { fill, verbatim, type Text } from '../plan/text';
import type { Decision, DecisionKind, Standing } from './decisions';
import { clockTime } from './times';

export const decisionKinds: Readonly<Record<DecisionKind, Text>> = {
  accept: { zh: '确认采用', en: 'accepted' },
  exclude: { zh: '不予采用', en: 'excluded' },
  reinstate: { zh: '撤回决定', en: 'decision taken back' },
};

export const standings: Readonly<Record<Standing, Text>> = {
  'in-force': { zh: '有效', en: 'in force' },
  overruled: { zh: '已被后来的决定取代', en: 'overruled by a later one' },
  'taken-back': { zh: '已撤回', en: 'taken back' },
  'takes-back': { zh: '已执行', en: 'carried out' },
  changed: {
    zh: '文件内容已变，决定不再适用；如仍需要，请对现在的文件重新作出决定',
    en: 'the file has other content now, so the decision no longer applies; decide anew about the file as it is, if still wanted',
  },
  gone: { zh: '文件已不在收件夹，无须执行', en: 'the file is no longer in the inbox' },
  'without-effect': {
    zh: '未能执行：该文件无法计入，原因见“未采用的文件”',
    en: 'without effect: the file cannot count, for the reason given with it',
  },
};

export const decisionMessages = {
  excluded: {
    zh: '汇总单位决定不予采用：{why}（{signature}）。如需恢复，请撤回该决定后重新汇总。',
    en: 'Excluded by the coordinator: {why} ({signature}). To undo this, take the decision back and compile again.',
  },
  chosenInstead: {
    zh: '汇总单位确认采用“{file}”（{why}；{signature}），本件不计入。如应以本件为准，请撤回对“{file}”的决定后重新汇总。',
    en: 'The coordinator accepted “{file}” ({why}; {signature}), so this one does not count. If it should, take that decision back and compile again.',
  },
  laterThanDecision: {
    zh: '本件在汇总单位确认采用“{file}”（{why}；{signature}）之后报来，尚未计入。请核对：应以本件为准的，撤回对“{file}”的决定后重新汇总；不应采用的，记录不予采用的原因。',
    en: 'This one came after the coordinator had accepted “{file}” ({why}; {signature}) and does not count yet. If it should, take that decision back and compile again; if not, exclude it and say why.',
  },
  confirmed: {
    zh: '{message}（经汇总单位确认采用：{why}）',
    en: '{message} (Accepted by the coordinator all the same: {why})',
  },
  notAWorkbook: {
    zh: '“{file}”无法读取，没有可采用的数据：{reason}',
    en: '“{file}” cannot be read, so there is nothing to accept: {reason}',
  },
  alteredIdentity: {
    zh: '“{file}”中隐藏的标识与下发时不一致，数据无法与指标对应，不能确认采用。请退回，用原空表重新填报。',
    en: 'The hidden identity in “{file}” is not as issued, so its figures cannot be matched to indicators and cannot be accepted. Return it to be filled in on the original blank.',
  },
  otherPlanOrPeriod: {
    zh: '“{file}”是另一规划或另一报告期（{found}）的报送表，不能计入本次任务，不能确认采用。',
    en: '“{file}” is a form of another plan or period ({found}); it cannot count in this round, so it cannot be accepted.',
  },
  notIssued: {
    zh: '本次任务没有向{who}下发过报送表，“{file}”不能确认采用。',
    en: 'No form was issued to {who} in this round, so “{file}” cannot be accepted.',
  },
} as const satisfies Record<string, Text>;

const signatures = {
  time: { zh: '北京时间 {time}', en: '{time} Beijing time' },
  timeAndName: { zh: '{by}，北京时间 {time}', en: '{by}, {time} Beijing time' },
} as const satisfies Record<string, Text>;

/** Who decided when: 张三，北京时间 2021-07-12 10:00. */
export function signatureOf({ at, by }: Pick<Decision, 'at' | 'by'>): Text {
  const time = clockTime(at);
  return by === null
    ? fill(signatures.time, { time })
    : fill(signatures.timeAndName, { time, by: verbatim(by) });
}
