/**
 * Every wording of a briefing, with the places that it may have. `{count:one|many}` stands for one of
 * two words by the figure that fills `count`.
 */
export const WORDING = {
  plan: ['title'],
  plansAndMore: ['first', 'count'],
  title: ['period', 'plans'],
  documentNumber: ['year'],
  addressRegions: [],
  addressCities: [],
  addressUnits: [],
  addressees: ['list'],
  opening: ['plans', 'period', 'due', 'made'],
  plansCovered: ['list'],

  headOverall: [],
  headReporting: [],
  headProgress: [],
  headChange: ['last'],
  headParts: [],
  headPlans: [],
  headMet: [],
  headAchieved: [],
  headOnSchedule: [],
  headShort: [],
  headBehind: [],
  headSlightly: [],
  headLeads: [],
  headProblems: [],
  headMissing: [],
  headLate: [],
  headErrors: [],
  headSetAside: [],
  headNotReported: [],
  headNotAssessable: [],
  headRegions: ['kind'],
  headNext: [],

  workbooks: ['issued', 'received', 'accepted', 'toCorrect', 'missing'],
  nothingReceived: ['made', 'issued'],
  late: ['late'],
  files: ['files', 'setAside'],
  indicators: ['indicators', 'asked'],
  notAsked: ['notAsked'],
  reported: ['reported', 'notReported'],
  statuses: ['list'],
  statusCount: ['status', 'count'],
  met: ['met', 'share'],
  allMet: ['asked'],
  partialCount: ['count', 'kind'],
  nothingToJudge: [],

  comparable: ['last', 'comparable'],
  metUp: ['met', 'change', 'short'],
  metDown: ['met', 'change', 'short'],
  metSame: ['met', 'short'],
  moves: ['better', 'worse'],
  worse: ['list'],
  moved: ['name', 'before', 'now'],

  chart: [],
  chartPlans: [],
  otherParts: [],
  parts: ['appendix'],
  partsPlans: ['appendix'],

  achieved: ['count', 'list'],
  onSchedule: ['count'],
  behind: ['count'],
  slightly: ['count'],
  noneMet: [],
  noneShort: [],
  ahead: ['list'],
  aheadItem: ['name', 'gap'],
  rest: ['rest', 'appendix'],
  ambiguous: ['name', 'plan'],
  achievedItem: ['name', 'actual', 'target', 'lead'],
  achievedMilestone: ['name', 'milestone', 'lead'],
  itemScheduled: ['name', 'actual', 'scheduled', 'target'],
  itemDue: ['name', 'actual', 'target'],
  itemMilestone: ['name', 'milestone'],
  completion: ['completion'],
  completionBelow: ['completion', 'gap'],
  completionAbove: ['completion', 'gap'],
  pointsBelow: ['gap'],
  pointsAbove: ['gap'],
  paceTotal: ['pace', 'length'],
  paceRise: ['pace', 'length'],
  paceFall: ['pace', 'length'],
  paceCeiling: ['pace', 'length'],
  points: [],
  lead: ['lead'],
  leadAndLeader: ['lead', 'leader'],
  reporter: ['lead'],
  rolledUp: ['kind'],
  partial: ['count', 'kind', 'list'],
  explained: ['explanation'],
  notExplained: [],
  leads: ['count', 'list'],
  leadCount: ['lead', 'count'],
  unled: ['count'],

  missing: ['made', 'count', 'list'],
  lateList: ['count', 'due', 'list'],
  lateItem: ['who', 'date'],
  inRegion: ['organisation', 'region'],
  errors: ['errors', 'explanations', 'count'],
  toCorrect: ['count'],
  toExplain: ['count'],
  errorsItem: ['who', 'counts', 'list'],
  errorsOfFile: ['who', 'counts'],
  details: ['appendix'],
  oneByOne: ['appendix'],
  planChecks: ['count'],
  setAside: ['count', 'anew'],
  setAsideItem: ['file', 'reason'],
  notReported: ['count', 'list'],
  notReportedItem: ['name', 'who'],
  notAssessable: ['count'],
  notAssessableItem: ['name', 'reason'],
  noProblems: [],

  kindRegions: [],
  kindCities: [],
  regions: ['count', 'kind'],
  regionTable: ['kind'],
  regionSent: [],
  regionFigures: [],
  regionOwnTargets: [],

  nextMissingBefore: ['list', 'due'],
  nextMissingAfter: ['list', 'due'],
  nextErrors: ['list'],
  nextSetAside: ['count'],
  nextBehind: ['list'],
  nextPace: ['length', 'appendix'],

  attachments: [],
  appendix: ['number'],
  appIndicators: [],
  appRegions: ['kind'],
  appFindings: [],
  paceColumn: ['length'],
  problem: [],
  statusNote: ['near'],
  restOfTable: ['rest'],
  restOfRegions: ['rest'],
  figureNote: [],
  moreNames: ['names'],
  shortened: [],
  separator: [],
  page: ['number'],
} as const satisfies Record<string, readonly string[]>;

export type WordingKey = keyof typeof WORDING;

const PLACE = /\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g;

/** A piece of a wording: words, a place, or the word that a figure decides. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'place'; readonly name: string }
  | { readonly is: 'plural'; readonly name: string; readonly one: string; readonly many: string };

/** Takes a wording apart at its places. */
export function piecesOf(wording: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const words = (text: string) => {
    if (text !== '') pieces.push({ is: 'words', text });
  };
  for (const match of wording.matchAll(PLACE)) {
    const [whole, name = '', one, many] = match;
    words(wording.slice(at, match.index));
    pieces.push(
      one === undefined || many === undefined
        ? { is: 'place', name }
        : { is: 'plural', name, one, many },
    );
    at = match.index + whole.length;
  }
  words(wording.slice(at));
  return pieces;
}
