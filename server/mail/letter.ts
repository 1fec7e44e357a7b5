import type { Letter } from './mailer.ts';

/** The parts of a mail in one language. Paragraphs stand above and below the button. */
export type Words = {
  language: string;
  subject: string;
  greeting: string;
  before: string[];
  button?: { label: string; address: string } | undefined;
  after: string[];
};

/** One mail in several languages, the reader's first; its subject is in theirs. */
export function letter([first, ...others]: [Words, ...Words[]], sender: string): Letter {
  const all = [first, ...others];
  return {
    subject: first.subject,
    text: [...all.map(plain), sender].join('\n\n- - -\n\n'),
    html: page(first, all, sender),
  };
}

function plain({ greeting, before, button, after }: Words): string {
  return [greeting, ...before, ...(button ? [`${button.label}:\n${button.address}`] : []), ...after].join('\n\n');
}

function page({ language, subject }: Words, all: Words[], sender: string): string {
  const rule = '<hr style="border:0;border-top:1px solid #c5d0d8;margin:32px 0">';
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#16202a;font:18px/1.5 Verdana,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
${all.map(part).join(`\n${rule}\n`)}
${rule}
<p style="color:#46525e;font-size:15px">${escaped(sender)}</p>
</div>
</body>
</html>
`;
}

function part({ language, greeting, before, button, after }: Words): string {
  const paragraphs = (all: string[]): string =>
    all.map((words) => `<p style="margin:0 0 16px">${escaped(words)}</p>`).join('\n');
  const link = button
    ? `<p style="margin:24px 0"><a href="${escaped(button.address)}" style="display:inline-block;padding:14px 24px;border-radius:8px;background:#0b4a63;color:#ffffff;text-decoration:none;font-weight:bold">${escaped(button.label)}</a></p>
<p style="margin:0 0 16px;font-size:15px;color:#46525e;word-break:break-all">${escaped(button.address)}</p>`
    : '';
  return `<div lang="${escaped(language)}">
<p style="margin:0 0 16px"><bdi>${escaped(greeting)}</bdi></p>
${paragraphs(before)}
${link}
${paragraphs(after)}
</div>`;
}

function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => named[sign] ?? '');
}
