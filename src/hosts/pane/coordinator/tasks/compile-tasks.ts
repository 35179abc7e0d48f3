import { compileJson } from '../../../../core/consolidation/compile-json';
import { factsTable } from '../../../../core/consolidation/facts-table';
import { report } from '../../../../core/pipeline';
import { briefingDesignSchema } from '../../../../core/report/briefing/briefing-design';
import { reportDesignSchema } from '../../../../core/report/report-design';
import { Cancelled, type Tasks } from '../../worker/calls';
import type { CoordinatorCalls } from '../coordinator-calls';
import type { Session } from '../session';
import type { Surroundings } from '../surroundings';
import { inTurn } from '../turns';
import { standingOf } from './round-tasks';

type CompileTasks = Pick<Tasks<CoordinatorCalls>, 'compile'>;

/** Consolidation, workbook, bulletin. */
const STEPS = 3;

export function compileTasks(session: Session, surroundings: Surroundings): CompileTasks {
  const { load, product, writing } = surroundings;
  return {
    async compile({ now, language: shown }, { signal, tell, ask }) {
      const { open } = session;
      const step = async (done: number) => {
        tell({ done, total: STEPS });
        await inTurn();
        if (signal.aborted) throw new Cancelled();
      };
      await step(0);
      const { consolidation, round } = open;
      const { form, language } = round;
      const { writeWorkbook, briefing, csv } = await writing();
      await step(1);
      const description = report(consolidation, {
        form,
        design: await load('templates/consolidated.json', reportDesignSchema),
        language,
        createdAt: now,
        product,
      });
      const workbook = await writeWorkbook(description);
      await step(2);
      const write = await briefing();
      const written = await write(consolidation, round, {
        design: await load('templates/briefing.json', briefingDesignSchema),
        createdAt: now,
        product,
        draw: (svg, width) => ask({ svg, width }),
      });
      await step(STEPS);
      const text = (content: string) => new TextEncoder().encode(content);
      const json = compileJson(consolidation, shown);
      open.outputs = [
        { name: 'consolidated.xlsx', bytes: workbook },
        { name: 'briefing.docx', bytes: written.docx },
        { name: 'briefing.html', bytes: text(written.html) },
        { name: 'facts.csv', bytes: text(csv(factsTable(consolidation, language))) },
        { name: 'compile.json', bytes: text(`${JSON.stringify(json, null, 2)}\n`) },
      ];
      return {
        outputs: open.outputs,
        standing: standingOf(open),
        hasPicture: written.hasPicture,
      };
    },
  };
}
