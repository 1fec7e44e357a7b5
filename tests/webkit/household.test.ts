import { afterEach, it } from 'vitest';
import { inviteCouple } from '../harness/coupleAtDesk.ts';
import { startSecureServer, type SecureServer } from '../harness/secureServer.ts';
import { deskIn } from './desk.ts';
import { describeWebKit } from './suite.ts';

describeWebKit('the front desk in WebKit', (webkit) => {
  let server: SecureServer;
  afterEach(() => server.close());

  it('invites a couple with a caregiver, and finds them in Invitations', async () => {
    server = await startSecureServer();
    const { page } = await webkit().open({ profile: await webkit().newProfile(), acceptBadTls: true });
    await inviteCouple(deskIn(page), server);
  });
});
