import { indicatorSchema } from '../../plan/schema';
import { findingMessages as messages } from './messages';
import type { Text } from '../../plan/text';
import type { Quote, QuoteFinder } from './find-quote';
import { brief, type RecordReader } from './record-reader';

/** How many places of a quote a message lists. */
const MOST_PLACES = 5;
/** Fewer characters of a quote stand in any source by chance. */
const LEAST_AGREEMENT = 4;

const startSchema = indicatorSchema.shape.quotes.element.shape.start;

/** A quote and its start; null for a blank one and for one that is reported. A quote is looked up where there is a source. */
export function readQuote(
  reader: RecordReader<'quote' | 'quoteStart'>,
  source: QuoteFinder | null,
): Quote | null {
  const text = reader.text('quote');
  const start = readStart(reader);
  if (reader.isFaulty('quote') || reader.isFaulty('quoteStart')) return null;
  if (text === null || text === '') {
    if (start !== null) reader.report('quote', messages.startWithoutQuote);
    return null;
  }
  if (source === null) {
    if (start === null) reader.report('quoteStart', messages.startNeeded);
    return { text, start: start ?? 0 };
  }
  const search = source.find(text, start);
  switch (search.is) {
    case 'found':
      return search.quote;
    case 'several':
      reader.report('quoteStart', messages.quoteSeveral, {
        count: search.starts.length,
        places: placesText(search.starts),
      });
      return null;
    case 'elsewhere':
      reader.report('quoteStart', messages.quoteElsewhere, {
        found: start ?? '',
        places: placesText(search.starts),
      });
      return null;
    case 'nowhere': {
      const { reached, start: place } = search;
      if (reached.length < LEAST_AGREEMENT) reader.report('quote', messages.quoteNotFound);
      else reader.report('quote', messages.quoteBreaksOff, { start: place, found: brief(reached) });
      return null;
    }
  }
}

function readStart(reader: RecordReader<'quote' | 'quoteStart'>): number | null {
  const start = reader.number('quoteStart');
  return start === null ? null : reader.checked('quoteStart', start, startSchema, 0);
}

function placesText(starts: readonly number[]): Text {
  const listed = starts.slice(0, MOST_PLACES);
  const isWhole = listed.length === starts.length;
  return {
    zh: listed.join('、') + (isWhole ? '' : ' 等'),
    en: listed.join(', ') + (isWhole ? '' : ' and more'),
  };
}
