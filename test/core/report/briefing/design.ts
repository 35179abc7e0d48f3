import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../../src/core/plan/text';
import type { BriefingOptions } from '../../../../src/core/report/briefing/brief';
import {
  briefingDesignSchema,
  type BriefingDesign,
} from '../../../../src/core/report/briefing/briefing-design';
import type { Briefing, Sentence } from '../../../../src/core/report/briefing/briefing';
import { runsOf, textOf } from '../../../../src/core/report/briefing/briefing';
import { FORM } from '../../../factories/template';

export const DESIGN_JSON: unknown = JSON.parse(
  readFileSync(path.join(__dirname, '../../../../templates/briefing.json'), 'utf8'),
);
export const DESIGN: BriefingDesign = briefingDesignSchema.parse(DESIGN_JSON);

export function briefingOptions(change: Partial<BriefingOptions> = {}): BriefingOptions {
  return {
    form: FORM,
    design: DESIGN,
    language: 'zh',
    coordinator: '市汇总办',
    createdAt: '2021-07-12T01:30:00Z',
    product: 'Tallybook',
    history: [],
    ...change,
  };
}

/** The text as lines, headings and numbers included; tables and pictures by their captions. */
export function linesIn({ sections, language }: Briefing): string[] {
  return sections.flatMap((section) => [
    section.heading,
    ...section.blocks.map((block) => lineOf(block, language)),
    ...section.parts.flatMap((part) => [
      part.heading,
      ...part.blocks.map((block) => lineOf(block, language)),
    ]),
  ]);
}

export function wordsOf(sentences: readonly Sentence[], language: Language): string {
  return textOf(runsOf(sentences, language));
}

function lineOf(block: Briefing['sections'][number]['blocks'][number], language: Language): string {
  switch (block.is) {
    case 'paragraph':
      return (block.number ?? '') + wordsOf(block.sentences, language);
    case 'table':
      return block.table.caption;
    case 'chart':
      return block.chart.caption;
  }
}
