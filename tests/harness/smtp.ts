import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Received = ParsedMail & { recipients: string[] };

export type TestSmtp = {
  url: string;
  received: Received[];
  /** What the server says to the next recipients, instead of taking them: a code such as 550 or 451. */
  refuseWith: (code: number | undefined) => void;
  /** Waits for the mail with this number, counted from 1. */
  mail: (number: number) => Promise<Received>;
  close: () => Promise<void>;
};

/** A real SMTP server on a port of its own that keeps what it is sent. */
export async function aSmtpServer(): Promise<TestSmtp> {
  const received: Received[] = [];
  let code: number | undefined;
  let told: () => void = () => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (code === undefined) return done();
      done(Object.assign(new Error('no such mailbox here'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((one) => one.address);
      simpleParser(stream, (error: Error | null, mail) => {
        if (!error) received.push({ ...mail, recipients });
        done(error);
        told();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: (wanted) => void (code = wanted),
    async mail(number) {
      for (;;) {
        const found = received[number - 1];
        if (found) return found;
        await new Promise<void>((done) => (told = done));
      }
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** The token in the link of a mail. */
export function tokenIn(mail: Pick<ParsedMail, 'text'>): string {
  const token = /\/in-app#([\w-]{43})\b/.exec(mail.text ?? '')?.[1];
  if (!token) throw new Error(`no link in: ${mail.text}`);
  return token;
}
