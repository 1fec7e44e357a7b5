import { it } from 'vitest';
import { signInApp } from '../harness/signInApp.ts';
import { startFirefox } from './browser.ts';
import { deskIn } from './desk.ts';

it('a patient reads and signs on their own device in Firefox, by the link in their mail', async () => {
  const browser = await startFirefox();
  try {
    await signInApp(deskIn(await browser.newPage()));
  } finally {
    await browser.close();
  }
});
