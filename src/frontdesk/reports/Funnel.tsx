import type { Report } from '../../contract/reportsApi.ts';
import { language, localeOf } from '../../ui/language.ts';
import { frontdeskWords } from '../text.ts';
import { Bars, Pair, type Fill } from './Drawing.tsx';
import { NumberTable } from './NumberTable.tsx';

const steps = [
  ['invited', 'empty'],
  ['signed', 'full'],
  ['enrolled', 'full'],
  ['declined', 'lines'],
  ['open', 'empty'],
  ['cancelled', 'lines'],
] as const satisfies [keyof Report['funnel'], Fill][];

/** How many came how far. */
export function Funnel({ funnel }: { funnel: Report['funnel'] }) {
  const words = frontdeskWords().reports;
  const percent = new Intl.NumberFormat(localeOf(language.value), { style: 'percent' });
  const bars = steps.map(([step, fill]) => ({ label: words.steps[step], parts: [{ fill, count: funnel[step] }] }));
  return (
    <Pair drawing={<Bars bars={bars} most={funnel.invited} />}>
      <NumberTable
        caption={words.funnel}
        items={steps.map(([step]) => step)}
        keyOf={(step) => step}
        columns={[
          { head: words.step, render: (step) => words.steps[step] },
          { head: words.people, render: (step) => funnel[step], number: true },
          {
            head: words.share,
            render: (step) => percent.format(funnel.invited && funnel[step] / funnel.invited),
            number: true,
          },
        ]}
      />
    </Pair>
  );
}
