import { afterEach, expect, it } from 'vitest';
import { startServer, type TestServer } from '../harness/server.ts';
import { pairingCode } from './staffDoor.ts';
import { describeWebKit } from './suite.ts';
import {
  begin,
  drawWithPen,
  handOver,
  linesDrawn,
  movePen,
  pair,
  readOn,
  signature,
  takeBack,
  unlock,
  waitForWorker,
} from './tabletPage.ts';

describeWebKit('a signature whose storage dies', (webkit) => {
  let server: TestServer;
  afterEach(() => server.close());

  it('is there again with every stroke, although another patient had the iPad before', async () => {
    server = await startServer();
    const staff = server.login('front-desk');
    const browser = await webkit().open({ profile: await webkit().newProfile() });
    const { page } = browser;
    await pair(page, server.url, await pairingCode(server));
    await unlock(page, staff);
    await waitForWorker(page);
    await handOver(page, 'Margaret Whitfield');
    await begin(page, '1947-03-09');
    await readOn(page);
    await drawWithPen(page, signature.slice(0, 1));

    await browser.killNetworkProcess();
    await movePen(page, signature.slice(1));
    await page.waitForText('This iPad could not save your last step just now.');
    await page.reload();
    await page.find('heading', 'This iPad is locked');
    await unlock(page, staff);

    await handOver(page, 'Ezekiel Freeman');
    await page.click('button', 'Begin');
    await page.find('heading', 'When were you born?');
    await takeBack(page, staff);

    await handOver(page, 'Margaret Whitfield');
    await page.find('heading', 'Your signature');
    await page.waitForText(linesDrawn(3));
    expect(await page.run(() => history.state as unknown), 'what was drawn waits until it is saved').not.toBeNull();
  });
});
