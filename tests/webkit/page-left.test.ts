import { afterEach, it } from 'vitest';
import { startServer, type TestServer } from '../harness/server.ts';
import { pairingCode } from './staffDoor.ts';
import { describeWebKit } from './suite.ts';
import { pair, unlock } from './tabletPage.ts';

/** A start script: once told so, the page stays in the middle of the next write of its own. */
const holdOn = `
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = begin.apply(this, given);
    if (!window.shouldHold || transaction.mode !== 'readwrite' || this.name !== 'countersign-tablet') return transaction;
    const goOn = () => {
      window.isHolding = true;
      transaction.objectStore(transaction.objectStoreNames[0]).count().onsuccess = goOn;
    };
    goOn();
    return transaction;
  };`;

type Held = { shouldHold: boolean; isHolding?: boolean };

describeWebKit('a page that is left', (webkit) => {
  let server: TestServer;
  afterEach(() => server.close());

  it('lets go of what it was writing, so that the next page can work', async () => {
    server = await startServer();
    const { page } = await webkit().open({ profile: await webkit().newProfile(), startScript: holdOn });
    await pair(page, server.url, await pairingCode(server));
    await unlock(page, server.login('front-desk'));
    await page.run(() => void ((window as unknown as Held).shouldHold = true));
    await page.waitFor('a write under way', () => (window as unknown as Held).isHolding);
    await page.goto(`${server.url}/tablet/again`);
    await unlock(page, server.login('front-desk'));
    await page.find('button', /Margaret Whitfield.*Waiting/);
  });
});
