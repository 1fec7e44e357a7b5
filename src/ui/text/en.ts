import type { AnyProblemCode } from '../api.ts';

const problems: Record<AnyProblemCode, string> = {
  'unreadable-request': 'Something in the form could not be read. Check the fields that are marked, then try again.',
  'not-logged-in': 'You are not logged in, or your session has ended. Log in and go on where you were.',
  'wrong-login': 'That log-in name and password do not match. Check both and try again.',
  'wrong-pin': 'That PIN is not right. Try again, or ask the practice administrator.',
  'device-locked': 'This tablet is locked after too many wrong PINs. The front desk can unlock it on the Tablets page.',
  'device-unknown':
    'The practice does not know this tablet. Ask the administrator to pair it again. Nothing saved on it is deleted.',
  'device-revoked':
    'This tablet was removed from the practice. Give it to the administrator. Nothing saved on it is deleted.',
  'proof-invalid':
    'The practice could not confirm that this came from this tablet. Check its date and time, then try again.',
  'use-dpop-nonce': 'The practice asked this tablet to confirm itself once more. Try again.',
  'not-allowed': 'Your role does not allow this. Ask the practice administrator.',
  'setup-done': 'This practice is set up already. Log in instead.',
  'setup-code-wrong':
    'That set-up code is not right. Copy it exactly as it stands in the window where the server runs.',
  'pairing-code-wrong':
    'That pairing code is wrong or no longer works. Make a new code on the Tablets page and type it in.',
  'not-found': 'This could not be found. It may have been removed, or the address may be wrong. Go back to the list.',
  'too-many-tries': 'There were too many tries in a short time. Wait, then try again.',
  'too-large': 'This is too large to send. Make it shorter and try again.',
  'wrong-origin': 'This page did not come from the practice’s own address. Open that address and try again.',
  'login-taken': 'Someone already uses that log-in name. Choose another one.',
  'envelope-conflict':
    'The practice already has another record with the same number. Both are kept. Staff will see them and decide.',
  'envelope-device-unknown':
    'This record is from a tablet that was never paired with this practice. Check whether it belongs to another practice.',
  'envelope-cannot-open':
    'The practice could not open this consent. It is kept on the iPad. Tell the administrator, and do not erase the iPad.',
  'envelope-bad-signature':
    'The practice could not confirm that this consent came from this iPad. It is kept on the iPad. Tell the administrator.',
  'envelope-bad-evidence':
    'The record of this consent has a part missing. It is kept on the iPad. Tell the administrator.',
  'envelope-form-unknown':
    'The practice does not know the form that was signed. The consent is kept on the iPad. Tell the administrator.',
  'envelope-invitation-unknown':
    'The practice does not know the invitation that was signed. The consent is kept on the iPad. Tell the administrator.',
  'envelope-clauses-missing':
    'A part of the form was not agreed to. The record is kept on the iPad. Tell the administrator: the patient may need to sign again.',
  'invitation-over': 'This invitation is already finished or was cancelled. Open it to see what happened.',
  'duplicate-submission': 'This was sent before, with other details. Open the list to see what arrived.',
  'changed-meanwhile':
    'Someone else changed this while you had it open. What they saved is shown; look at it, then make your change again.',
  'link-unknown':
    'This link is not complete or is no link of ours. Open it again from the mail, or copy all of it. If that does not help, call the practice.',
  'not-by-mail':
    'This invitation does not go by e-mail. Change Sign Forms to In App and enter an e-mail address first.',
  'not-on-paper': 'This invitation is not signed on paper. Change Sign Forms to On Paper first, then print the form.',
  'claimed-already': 'A colleague has taken this one. The list shows who.',
  'last-administrator': 'The practice needs at least one administrator. Make someone else an administrator first.',
  'wrong-password': 'Your present password is not right. Check it and try again.',
  'wrong-sign-in':
    'That sign-in name and password do not match. Check both and try again. If you have not chosen a password yet, use your code first.',
  'code-wrong': 'That sign-in name and code do not match. Copy both exactly as they stand on your slip.',
  'code-over':
    'This code was used already, or a newer one has taken its place. Use the newest one, or call the practice.',
  'passkey-wrong': 'This passkey does not open an account here. Sign in with your password.',
  'not-enrolled': 'There is nothing to stop: this patient is not enrolled.',
  'stopped-already': 'This was stopped before. The page shows when it ends.',
  'invited-already': 'This patient has another invitation already that is not over. Open that one.',
  'decided-already': 'A colleague has dealt with this already. The story shows what was decided.',
  'form-not-ready': 'Something in this version must be put right before it is used. The page shows what.',
  'form-version-taken':
    'There is already a version with this name, and a version never changes. Give this one another name.',
  'form-draft-there': 'Someone is writing a new version already. Go on with that one, or throw it away first.',
  'certificate-unreadable':
    'This file can’t be read. Choose the file with your key and certificate; its name ends in .p12 or .pfx.',
  'certificate-password-wrong':
    'The password does not open this file. It is the one that was set when the file was made. Check it and try again.',
  'certificate-unfit':
    'This file does not fit. It needs an RSA key of at least 2048 bits, and a certificate for it that is valid today. Ask whoever issued it.',
  'scan-empty': 'This file is empty. Scan the pages again, and send the new file.',
  'scan-too-large':
    'This file is larger than 40 MB. Scan in black and white at 200 or 300 dots per inch, or send the pages in several files.',
  'scan-wrong-kind': 'This is not a PDF, TIFF, JPEG or PNG file. Save the scan as a PDF, and send that.',
  'scan-heic':
    'This is a HEIC picture, which cannot be read here. On the phone, choose “Most Compatible” under Camera, Formats, and take the picture again. Or save it as a JPEG.',
  'scan-locked': 'This PDF is locked with a password. Save it without one, and send that.',
  'scan-too-many-pages': 'This file has more than 200 pages. Send them in several files.',
  'scan-too-many-pixels':
    'This picture has more detail than can be read here. Scan at 200 or 300 dots per inch, and send that.',
  'scan-unreadable':
    'This file is damaged, or not whole. Open it on your computer to see whether it shows all pages, or scan them again.',
  'page-confirmed': 'This page is part of a form that was confirmed already. It stays as it is.',
  'paper-void':
    'This patient is not to sign on paper any more, so the printed form is void. To use it after all, set Sign Forms back to On Paper.',
  'paper-incomplete':
    'These pages do not make up one signed form. Look at which page is missing or does not belong to the others.',
  'representative-not-recorded':
    'Nobody is recorded here as a legal representative of this patient. Find out whether they may sign, record them under Caregivers, then confirm the form.',
  'paper-needs-note': 'Something about this form was pointed out. Write down why it counts all the same.',
  'server-failed':
    'Something went wrong on the practice’s server. Try again. If it happens again, tell the administrator.',
  'server-stopping': 'The practice’s server is restarting. Wait a minute, then try again.',
  'no-network': 'There is no connection to the practice’s server. Check the network, then try again.',
  'unreadable-answer':
    'The answer did not come from the practice’s server. If this Wi-Fi has a log-in page, log in there first. Then try again.',
  stopped: 'This was stopped before it finished. Try again.',
};

export const en = {
  problems,
  tryAgainIn: (seconds: number): string =>
    seconds < 90
      ? `You can try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
      : `You can try again in ${Math.ceil(seconds / 60)} minutes.`,
  documentTitle: (page: string): string => `${page} – Countersign`,
  optional: '(optional)',
  errorMark: 'Error:',
  errorSummary: (count: number): string => (count === 1 ? 'There is a problem' : `There are ${count} problems`),
  month: 'Month',
  day: 'Day',
  year: 'Year',
  show: 'Show',
  hide: 'Hide',
  language: 'Language',
  textSize: 'Text size',
  textSizes: { 1: 'Standard text', 2: 'Larger text', 3: 'Largest text' },
  deleteDigit: 'Delete',
  digitsEntered: (count: number, of: number): string => `${count} of ${of} digits entered`,
};
