import { it } from 'vitest';
import { signInApp } from '../harness/signInApp.ts';
import { deskIn } from './desk.ts';
import { describeWebKit } from './suite.ts';

describeWebKit('a patient on their own device in WebKit', (webkit) => {
  it('reads and signs by the link in their mail', async () => {
    const { page } = await webkit().open({ profile: await webkit().newProfile(), acceptBadTls: true });
    await signInApp(deskIn(page));
  });
});
