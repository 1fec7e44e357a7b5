import type { SignFormsMethod } from '../../src/domain/invitation.ts';
import { COLUMN, FULL_WIDTH } from './design.ts';
import { isolate } from './making.ts';
import { paintQrCode } from './qrCode.ts';
import { paragraph, type Row } from './rows.ts';
import { panel, slip, type Slip, type SlipInput } from './slip.ts';

export type ActivationSlipInput = SlipInput & {
  /** What the member signs in with. */
  handle: string;
  code: string;
  /** Where to sign in, whole: `https://…`. */
  address: string;
  /** The last day, as an ISO date. */
  expiresOn: string;
};

/** How to sign in the first time. */
export function activationSlip(input: ActivationSlipInput): Promise<Uint8Array> {
  return slip(
    input,
    (words) => words.activation.title,
    (made) => {
      const { text, paper, words, moments } = made;
      const { activation } = words;
      const place = { x: COLUMN.right - CODE - 12, width: CODE, height: CODE };
      const address = [
        ...step(made, 1, activation.address, CODE + 40),
        ...inset(made, input.address, 'strong', CODE + 40),
        ...inset(made, activation.orScan, 'label', CODE + 40),
      ];
      const height = address.reduce((sum, row) => sum + row.before + row.height, 0);
      const spare: Row = { before: 0, height: Math.max(0, CODE - height), pieces: [] };
      const [first, ...rest] = address;
      const withCode: Row[] = first
        ? [
            {
              ...first,
              pieces: [
                {
                  tag: (top) => paper.tag(paper.root, 'Figure', { alt: input.address, bbox: boxOf(place.x, top) }),
                  paint: (top) => void paintQrCode(paper.pdf, input.address, 'M', { ...place, y: top }),
                },
                ...first.pieces,
              ],
            },
            ...rest,
            spare,
          ]
        : [];
      return [
        ...text(activation.lead(isolate(input.practice.name)), 'body', { before: 14 }),
        ...panel(paper, withCode),
        ...panel(paper, [...step(made, 2, activation.handle), ...inset(made, input.handle, 'big')]),
        ...panel(paper, [...step(made, 3, activation.code), ...inset(made, input.code, 'code')]),
        ...panel(paper, [...step(made, 4, activation.password), ...inset(made, activation.passwordHint, 'body')]),
        ...text(activation.expires(moments.date(input.expiresOn)), 'body', { before: 16 }),
        ...text(words.help(made.phone), 'body', { before: 8 }),
      ];
    },
  );
}

/** Points along one side of the address's code. */
const CODE = 92;

function boxOf(left: number, top: number): [number, number, number, number] {
  return [left, top, left + CODE, top + CODE];
}

const INSET = 42;

function step({ paper, style }: Slip, number: number, words: string, less = 0): Row[] {
  const tag = paper.tag(paper.root, 'P');
  const [figure] = paper.lines(`${number}.`, style('heading'), INSET);
  const place = { x: COLUMN.edge + INSET, width: FULL_WIDTH - INSET - 14 - less };
  return paragraph(paper, { ...place, text: words, style: style('heading'), tag }).map((row, index) =>
    index > 0 || !figure
      ? row
      : {
          ...row,
          pieces: [
            {
              tag,
              paint: (top) => paper.drawLine({ ...figure, spaced: true }, style('heading'), COLUMN.edge + 14, top),
            },
            ...row.pieces,
          ],
        },
  );
}

function inset({ paper, style }: Slip, words: string, name: Parameters<Slip['style']>[0], less = 0): Row[] {
  return paragraph(paper, {
    text: words,
    style: style(name),
    tag: paper.tag(paper.root, 'P'),
    x: COLUMN.edge + INSET,
    width: FULL_WIDTH - INSET - 14 - less,
    before: 3,
    direction: 'auto',
  });
}

export type ReceiptSlipInput = SlipInput & {
  programme: string;
  /** The form's summary in the language of the slip, filled by `forSentences`. */
  lines: readonly string[];
  /** ISO 8601. */
  signedAt: string;
  method: SignFormsMethod | 'verbal';
  checkCode: string;
};

/** What was agreed, and how to stop, for whoever gets no mail. */
export function receiptSlip(input: ReceiptSlipInput): Promise<Uint8Array> {
  return slip(
    input,
    (words) => words.receipt.title,
    (made) => {
      const { text, paper, words, moments, phone } = made;
      const { receipt } = words;
      return [
        ...text(receipt.signed, 'label', { before: 10 }),
        ...text(`${moments.inFull(input.signedAt)}. ${receipt.methods[input.method]}.`, 'body'),
        ...text(receipt.inShort, 'heading', { before: 18, tag: 'H2' }),
        ...input.lines.flatMap((line) => bullet(made, line)),
        ...panel(
          paper,
          [
            ...inPanel(made, receipt.stopTitle, 'heading', 'H2'),
            ...inPanel(made, receipt.stop(isolate(input.programme), phone), 'body'),
          ],
          18,
        ),
        ...text(receipt.copy(phone), 'body', { before: 16 }),
        ...text(receipt.checkCode, 'label', { before: 16 }),
        ...text(input.checkCode, 'big'),
        ...text(receipt.checkCodeHint, 'label'),
        ...text(receipt.keep, 'body', { before: 10 }),
      ];
    },
  );
}

export type StopConfirmationInput = SlipInput & {
  programme: string;
  /** ISO 8601. */
  askedAt: string;
  /** The last day, as an ISO date. */
  effectiveOn: string;
};

/** What a member who stops has in writing: since when, and until when. */
export function stopConfirmation(input: StopConfirmationInput): Promise<Uint8Array> {
  const programme = isolate(input.programme);
  return slip(
    input,
    (words) => words.stop.title(input.programme),
    (made) => {
      const { text, paper, words, moments, phone } = made;
      const { stop } = words;
      const day = moments.date(input.effectiveOn);
      return [
        ...text(stop.asked, 'label', { before: 12 }),
        ...text(moments.inFull(input.askedAt), 'body'),
        ...panel(paper, [...inPanel(made, stop.ends(programme), 'heading'), ...inPanel(made, day, 'big')], 20),
        ...text(stop.pay(day), 'body', { before: 22 }),
        ...text(stop.care, 'body', { before: 12 }),
        ...text(stop.again(programme, phone), 'body', { before: 12 }),
        ...text(stop.notYou(phone), 'strong', { before: 22 }),
        ...text(stop.keep, 'body', { before: 22 }),
      ];
    },
  );
}

function inPanel({ paper, style }: Slip, words: string, name: Parameters<Slip['style']>[0], type = 'P'): Row[] {
  const place = { x: COLUMN.edge + 16, width: FULL_WIDTH - 32 };
  return paragraph(paper, { ...place, text: words, style: style(name), tag: paper.tag(paper.root, type), before: 2 });
}

function bullet({ paper, style }: Slip, words: string): Row[] {
  const body = style('body');
  const dot = (top: number): void =>
    void paper.pdf.circle(COLUMN.edge + 6, top + body.leading / 2, 2.4).fill(style('heading').colour);
  const place = { x: COLUMN.edge + 20, width: FULL_WIDTH - 20 };
  const rows = paragraph(paper, {
    ...place,
    text: words,
    style: body,
    tag: paper.tag(paper.root, 'P'),
    before: 5,
    direction: 'auto',
  });
  return rows.map((row, index) =>
    index === 0 ? { ...row, pieces: [{ tag: 'decoration', paint: dot }, ...row.pieces] } : row,
  );
}
