import { ButtonLink } from '../../ui/Button.tsx';
import { frontdeskWords } from '../text.ts';
import { addressOf, PAGE, type ListView } from './listAddress.ts';

/** The way through a list that is longer than a page. */
export function ListPages({ view, shown, total }: { view: ListView; shown: number; total: number }) {
  const words = frontdeskWords().invitations;
  const { from } = view;
  if (from === 0 && shown === total) return null;
  return (
    <nav class="pages" aria-label={words.pages}>
      <p>{words.shown(shown === 0 ? 0 : from + 1, from + shown, total)}</p>
      {from > 0 && (
        <ButtonLink kind="quiet" href={addressOf({ ...view, from: Math.max(0, from - PAGE) })}>
          {words.newer}
        </ButtonLink>
      )}
      {from + shown < total && (
        <ButtonLink kind="quiet" href={addressOf({ ...view, from: from + PAGE })}>
          {words.older}
        </ButtonLink>
      )}
    </nav>
  );
}
