import { afterEach, expect, it } from 'vitest';
import { startServer, type TestServer } from '../harness/server.ts';
import { pairingCode } from './staffDoor.ts';
import { describeWebKit } from './suite.ts';
import { begin, drawWithPen, handOver, pair, readOn, review, unlock, waitForWorker } from './tabletPage.ts';

const patient = { name: 'Margaret Whitfield', birthDate: '1947-03-09' };

describeWebKit('the main job in WebKit', (webkit) => {
  let server: TestServer;
  afterEach(() => server.close());

  it('signs with the server dead, survives SIGKILL, and arrives exactly once', async () => {
    server = await startServer();
    const staff = server.login('front-desk');
    const profile = await webkit().newProfile();
    const first = await webkit().open({ profile });
    await pair(first.page, server.url, await pairingCode(server));
    await unlock(first.page, staff);
    await first.page.find('button', new RegExp(patient.name));
    await waitForWorker(first.page);

    await server.stop('SIGKILL');
    await handOver(first.page, patient.name);
    await begin(first.page, patient.birthDate);
    await readOn(first.page);
    await drawWithPen(first.page);
    await review(first.page);
    await first.page.click('button', 'Sign and finish');
    await first.page.find('heading', 'Thank you');
    await first.page.waitForText('Safe on this iPad');
    await first.kill();

    const { page } = await webkit().open({ profile });
    await page.goto(`${server.url}/tablet`);
    await page.find('heading', 'This iPad is locked');
    await page.waitForText('Not yet at the practice: 1');
    expect(await page.run(() => document.documentElement.outerHTML)).not.toContain('Whitfield');
    await unlock(page, staff);
    await page.find('button', new RegExp(`${patient.name}.*Safe on this iPad`));

    await server.start();
    await page.find('button', new RegExp(`${patient.name}.*Account created`), { timeoutMs: 60_000 });
    await page.waitForText('Everything signed here is at the practice');
    for (const table of ['consent', 'envelope', 'ledger', 'account'])
      expect(server.query(`select * from ${table}`), table).toHaveLength(1);
  });
});
