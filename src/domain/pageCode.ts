/** Which page of whose paper form a sheet is. `invitation` is a UUID, `form` the hex SHA-256 of the form version. */
export type PageOfForm = { invitation: string; form: string; page: number; pages: number };

/** What a page code still tells of the form's hash: enough to tell versions apart, short enough for a fax. Hex digits. */
export const FORM_MARK = 16;

const SHAPE = /^CSN1-([0-9A-F]{32})-([0-9A-F]{16})-(\d{2})-(\d{2})-([0-9A-F]{4})$/;

/** Both in the QR code and in letters below it. Only what a QR code packs tightly: capitals, digits, hyphens. */
export function pageCode({ invitation, form, page, pages }: PageOfForm): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const told = ['CSN1', invitation.replaceAll('-', ''), form.slice(0, FORM_MARK), two(page), two(pages)]
    .join('-')
    .toUpperCase();
  return `${told}-${check(told)}`;
}

/** Undefined for everything that is not a whole page code of ours. `form` is the first `FORM_MARK` digits of the hash. */
export function readPageCode(text: string): PageOfForm | undefined {
  const [whole, invitation, form, page, pages, sum] = SHAPE.exec(text.trim()) ?? [];
  if (!whole || !invitation || !form || sum !== check(whole.slice(0, -5))) return undefined;
  const place = { page: Number(page), pages: Number(pages) };
  if (place.page < 1 || place.page > place.pages) return undefined;
  const uuid = invitation.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { invitation: uuid, form: form.toLowerCase(), ...place };
}

/** CRC-16/CCITT-FALSE: for letters read and typed by people, and codes that happen to look like ours. */
function check(text: string): string {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
