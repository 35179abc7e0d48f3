import fc from 'fast-check';
import { anyPlace, chosen, type Place } from './places';
import type { Replacement, TextEdit } from './text-edits';

/** An element of a part, by the positions of its tags. */
interface Element {
  readonly name: string;
  readonly from: number;
  /** End of the start tag, start of the end tag; both the end of an empty element. */
  readonly opened: number;
  readonly closed: number;
  to: number;
}

const TAG = /<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const ATTRIBUTE = /\s+([\w:.-]+)="([^"]*)"/g;

const known = new Map<string, readonly Element[]>();

function elementsOf(text: string): readonly Element[] {
  const before = known.get(text);
  if (before) return before;
  const elements: Element[] = [];
  const open: { name: string; from: number; opened: number }[] = [];
  for (const { 0: tag, 1: isEnd, 2: name, 4: isEmpty, index } of text.matchAll(TAG)) {
    const end = index + tag.length;
    if (isEmpty) elements.push({ name: name!, from: index, opened: end, closed: end, to: end });
    else if (!isEnd) open.push({ name: name!, from: index, opened: end });
    else elements.push({ ...open.pop()!, closed: index, to: end });
  }
  // the texts are those of the sound files' parts, the same few again and again
  known.set(text, elements);
  return elements;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

function attributesOf(text: string, { from, opened }: Element): Attribute[] {
  return [...text.slice(from, opened).matchAll(ATTRIBUTE)].map((found) => ({
    name: found[1]!,
    value: found[2]!,
    from: from + found.index,
    to: from + found.index + found[0].length,
  }));
}

/** An edit of one element that leaves the XML well-formed. */
const ofElement = (
  edit: (text: string, element: Element, other: Place) => readonly Replacement[],
): fc.Arbitrary<TextEdit> =>
  fc.tuple(anyPlace, anyPlace).map(([place, other]) => (text) => {
    const element = chosen(elementsOf(text), place);
    return element ? edit(text, element, other) : [];
  });

/** Another element of the same name that the first neither holds nor is held by. */
function twin(text: string, element: Element, place: Place): Element | null {
  const twins = elementsOf(text).filter(
    ({ name, from, to }) => name === element.name && (to <= element.from || from >= element.to),
  );
  return chosen(twins, place);
}

const remove = ofElement((_, { from, to }) => [{ from, to, put: '' }]);
const empty = ofElement((_, { opened, closed }) => [{ from: opened, to: closed, put: '' }]);
const unwrap = ofElement((_, { from, opened, closed, to }) => [
  { from, to: opened, put: '' },
  { from: closed, to, put: '' },
]);
const repeat = ofElement((text, { from, to }) => [{ from: to, to, put: text.slice(from, to) }]);
const swap = ofElement((text, one, place) => {
  const other = twin(text, one, place);
  if (!other) return [];
  const put = ({ from, to }: Element) => text.slice(from, to);
  return [
    { from: one.from, to: one.to, put: put(other) },
    { from: other.from, to: other.to, put: put(one) },
  ];
});
/** Put somewhere else, before or behind an element of the same name. */
const move = ofElement((text, { from, to, name }, place) => {
  const other = twin(text, { from, to, name, opened: from, closed: to }, place);
  if (!other) return [];
  return [
    { from, to, put: '' },
    { from: other.from, to: other.from, put: text.slice(from, to) },
  ];
});
const rename = ofElement((text, { name, from, closed, to }, place) => {
  const other = chosen(elementsOf(text), place)!.name;
  const inTag = { from: from + 1, to: from + 1 + name.length, put: other };
  return closed === to
    ? [inTag]
    : [inTag, { from: closed + 2, to: closed + 2 + name.length, put: other }];
});
const dropAttribute = ofElement((text, element, place) => {
  const attribute = chosen(attributesOf(text, element), place);
  return attribute ? [{ from: attribute.from, to: attribute.to, put: '' }] : [];
});

const VALUES = [
  '',
  '0',
  '1',
  '2',
  '9',
  '14',
  '99999',
  '-1',
  'true',
  'A1',
  'H9',
  's',
  'str',
  'x',
  '../x',
];
/** Another value: one that stumbles programs, or that of the same attribute elsewhere. */
const changeAttribute = fc
  .tuple(anyPlace, anyPlace, fc.oneof(fc.constantFrom(...VALUES), fc.constant(null)), anyPlace)
  .map(([place, which, value, where]): TextEdit => (text) => {
    const element = chosen(elementsOf(text), place);
    const attribute = element && chosen(attributesOf(text, element), which);
    if (!attribute) return [];
    const { from, to, name } = attribute;
    const elsewhere = () =>
      chosen([...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))], where)?.[1] ?? '';
    return [{ from, to, put: ` ${name}="${value ?? elsewhere()}"` }];
  });

export const elementEdit: fc.Arbitrary<TextEdit> = fc.oneof(
  ...[remove, empty, unwrap, repeat, swap, move, rename, dropAttribute],
  { arbitrary: changeAttribute, weight: 4 },
);
