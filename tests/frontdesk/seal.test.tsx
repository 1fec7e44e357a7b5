import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { aSession } from './builders.ts';
import { fill, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, ownCertificate, refusal } from './fakeServer.ts';

/** The administrator brings a certificate for the seal. */

const PUT = 'PUT /api/staff/certificate';
const given = { ...ownCertificate, kind: 'given', subject: 'Bay Health System', issuer: 'Some Authority' };
const settings = { name: 'Bayside', phone: '(813) 555-0100', zone: 'America/New_York', method: 'tablet', reminders: 2 };
const asAdmin = { ...loggedIn(aSession({}, 'administrator')), 'GET /api/staff/settings': () => settings };

const panel = async () => within(await screen.findByRole('region', { name: 'Seal of your documents' }));
const file = () => new File([new Uint8Array([1, 2, 255])], 'practice.p12');

test('what documents are sealed with is said in words', async () => {
  fakeServer(asAdmin);
  openConsole('/settings');
  const seal = await panel();
  expect(await seal.findByText(/a certificate that this server made/)).toBeVisible();
  expect(seal.getByText('March 9, 2036')).toBeVisible();
  expect(seal.queryByRole('button', { name: /instead/ })).toBeNull();
});

test('a file and its password go to the server, and what is used then is shown', async () => {
  const server = fakeServer({ ...asAdmin, [PUT]: () => given });
  const user = openConsole('/settings');
  const seal = await panel();
  await user.upload(await seal.findByLabelText('Certificate of your practice'), file());
  await fill(user, seal.getByLabelText('Password of the file'), 'open sesame');
  server.nowAt('GET /api/staff/certificate', () => given);
  await press(user, 'Seal with this certificate');
  expect(await seal.findByText('Bay Health System')).toBeVisible();
  expect(server.asked(PUT)).toMatchObject([{ body: { file: 'AQL_', password: 'open sesame' } }]);
  expect(seal.getByText('From now on, documents are sealed with this certificate.')).toBeVisible();
  expect(seal.getByLabelText('Password of the file')).toHaveValue('');
});

test('nothing is sent without a file', async () => {
  const server = fakeServer(asAdmin);
  const user = openConsole('/settings');
  await panel();
  await press(user, 'Seal with this certificate');
  const link = await screen.findByRole('link', { name: 'Choose the file with the certificate of your practice.' });
  expect(link).toBeVisible();
  expect(server.asked(PUT)).toEqual([]);
});

test('a wrong password is said, and nothing of what was chosen is lost', async () => {
  fakeServer({ ...asAdmin, [PUT]: () => refusal('certificate-password-wrong') });
  const user = openConsole('/settings');
  const seal = await panel();
  await user.upload(await seal.findByLabelText('Certificate of your practice'), file());
  await fill(user, seal.getByLabelText('Password of the file'), 'close sesame');
  await press(user, 'Seal with this certificate');
  expect(await seal.findByText(/The password does not open this file/)).toBeVisible();
  expect(seal.getByLabelText('Password of the file')).toHaveValue('close sesame');
});

test('a certificate that was brought is given up for the server’s own', async () => {
  const server = fakeServer({
    ...asAdmin,
    'GET /api/staff/certificate': () => given,
    'DELETE /api/staff/certificate': () => ownCertificate,
  });
  const user = openConsole('/settings');
  const seal = await panel();
  await seal.findByText('Some Authority');
  server.nowAt('GET /api/staff/certificate', () => ownCertificate);
  await press(user, 'Use this server’s certificate instead');
  expect(await seal.findByText(/a certificate that this server made/)).toBeVisible();
});

test('one that has run out is warned of', async () => {
  fakeServer({ ...asAdmin, 'GET /api/staff/certificate': () => ({ ...ownCertificate, givenRanOut: true }) });
  openConsole('/settings');
  expect(await (await panel()).findByText(/has run out/)).toBeVisible();
});
