import { useLocation } from 'preact-iso';
import { ButtonLink } from '../../ui/Button.tsx';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { frontdeskWords } from '../text.ts';
import { EARLIEST, isDay, lastDays, periodAddress, type Period } from './period.ts';

/** The period, in the page's address. */
export function PeriodFields({ period, today }: { period: Period; today: string }) {
  const words = frontdeskWords().reports;
  const { route } = useLocation();
  const day = (which: keyof Period) => (
    <FieldFrame id={`period-${which}`} label={words[which]}>
      <input
        class="control control-short"
        id={`period-${which}`}
        name={`period-${which}`}
        type="date"
        min={EARLIEST}
        value={period[which]}
        onChange={({ currentTarget: { value } }) => {
          if (isDay(value)) route(periodAddress({ ...period, [which]: value }), true);
        }}
      />
    </FieldFrame>
  );
  return (
    <div class="period no-print" role="group" aria-label={words.period}>
      {day('from')}
      {day('to')}
      {([28, 84, 364] as const).map((days) => (
        <ButtonLink key={days} kind="quiet" href={periodAddress(lastDays(days, today))}>
          {words.last[days]}
        </ButtonLink>
      ))}
    </div>
  );
}
