import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { consolidated, indicator, plan } from '../consolidation/samples';

/** Forty characters, which no chart has room for. */
export const LONG =
  '宁波市推进制造业高质量发展暨“246”万千亿级产业集群建设工作领导小组办公室综合协调处';
const HOSTILE = '<b>"甲"&\'乙\'*=1+1</b>';

export const MANY = Array.from({ length: 60 }, (_, index) => `第${index + 1}局`);

/** A round in which each organisation reports one indicator; scheduled are 50 of 100. */
export function roundOf(
  names: readonly string[],
  shape: {
    readonly section?: (index: number) => string[];
    readonly name?: (index: number) => string;
    readonly reports?: (index: number) => number | null;
    readonly title?: string;
  } = {},
): Consolidation {
  const { section = () => ['一、目标'], name = (index) => `指标${index}`, reports } = shape;
  const value = reports ?? ((index: number) => 60 + index);
  return consolidated({
    plans: [
      plan(
        names.map((leadUnit, index) =>
          indicator(`i${index}`, { leadUnit, section: section(index), name: name(index) }),
        ),
        {
          organisations: names.map((each) => ({ name: each, aliases: [] })),
          ...(shape.title !== undefined && { title: shape.title }),
        },
      ),
    ],
    sent: names.flatMap((organisation, index) => {
      const figure = value(index);
      return figure === null
        ? []
        : [{ organisation, file: `${index}.xlsx`, fill: { [`i${index}`]: figure } }];
    }),
  });
}

/** Names that XML, a formula or a criterion could take for something else. */
export const HOSTILE_ROUND = roundOf([HOSTILE, `<${HOSTILE}`, `=${HOSTILE}`, '>0', '甲\u0001局'], {
  section: (index) => [HOSTILE + String(index)],
  name: () => HOSTILE,
  title: HOSTILE,
});
