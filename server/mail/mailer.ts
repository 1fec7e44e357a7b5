import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A mail as it is written: plain text and HTML that say the same. */
export type Letter = { subject: string; text: string; html: string };
export type Outgoing = Letter & {
  /** Names it for good: a mail that is sent twice after a crash is shown once by most mail programs. */
  id: string;
  to: string;
  /** Address of a page on which the reader ends such mails (RFC 2369). */
  unsubscribe?: string | undefined;
};

/** `refused`: the mail server said no for good. `later`: it did not answer, or asked to wait. */
export type Sent = { kind: 'sent' } | { kind: 'kept' } | { kind: 'refused' | 'later'; problem: string };

export type Mailer = { send: (mail: Outgoing) => Promise<Sent>; /** Whether a mail server is set. */ sends: boolean };

type Given = { url: string | undefined; from: string | undefined; folder: string };

/** Milliseconds. */
const PATIENCE = 20_000;

/** Sends through the practice's mail server; without one, mail is kept as files in `folder` and never dropped. */
export function createMailer({ url, from, folder }: Given): Mailer {
  if (url === undefined || from === undefined) return { sends: false, send: (mail) => keep(folder, mail) };
  // Connects for each mail: a practice sends few, and a connection that died between two is a puzzle to nobody.
  const transport = createTransport(
    {
      url,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    sends: true,
    async send({ id, to, subject, text, html, unsubscribe }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(unsubscribe ? { list: { unsubscribe: { url: unsubscribe, comment: 'Reminders' } } } : {}),
        });
        return { kind: 'sent' };
      } catch (error) {
        return { kind: isFinal(error) ? 'refused' : 'later', problem: sentence(error) };
      }
    },
  };
}

/** SMTP replies from 500 are final (RFC 5321, 4.2.1), but not where the log-in failed: that is ours to mend. */
function isFinal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (code === 'EAUTH') return false;
  return typeof responseCode === 'number' ? responseCode >= 500 : code === 'EENVELOPE';
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { response, code } = error as Error & { response?: string; code?: string };
  return (response ?? code ?? error.message).slice(0, 300);
}

async function keep(folder: string, mail: Outgoing): Promise<Sent> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = await composer.sendMail({
    from: 'Countersign <no-mail-server@localhost>',
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@localhost>`,
  });
  const file = join(folder, `${mail.id}.eml`);
  await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return { kind: 'kept' };
}
