import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { frontdeskWords } from './text.ts';

export function NotFound() {
  const words = frontdeskWords().notFound;
  return (
    <Page title={words.title} lead={words.text}>
      <p>
        <ButtonLink href="/invitations">{words.back}</ButtonLink>
      </p>
    </Page>
  );
}
