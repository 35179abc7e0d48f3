import type { Origin } from '../submission/submission';

/** 市经信局·经信.xlsx·填报表·H9·31；…, with what stands behind each in brackets. */
export function originsText(origins: readonly Origin[]): string {
  return origins.map(originText).join('；');
}

function originText({ organisation, file, sheet, cell, raw, behind = [] }: Origin): string {
  const place = [organisation, file, sheet, cell ?? '', raw].filter((part) => part !== '');
  const below = behind.length === 0 ? '' : `（${originsText(behind)}）`;
  return place.join('·') + below;
}
