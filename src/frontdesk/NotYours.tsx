import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { frontdeskWords } from './text.ts';

/** A room that is there, for others. */
export function NotYours() {
  const words = frontdeskWords().notFound;
  return (
    <Page title={words.notYours} lead={words.notYoursText}>
      <p>
        <ButtonLink href="/invitations">{words.back}</ButtonLink>
      </p>
    </Page>
  );
}
