import { afterEach, expect, it } from 'vitest';
import { type Fixture, type FixturePage, serveFixture } from './fixture.ts';
import { describeWebKit } from './suite.ts';

describeWebKit('a WebKit browser under test', (webkit) => {
  let fixture: Fixture;
  afterEach(() => fixture.stop());

  it('has worker, row and key again after SIGKILL, with the server down', async () => {
    fixture = await serveFixture();
    const profile = await webkit().newProfile();
    const first = await webkit().open({ profile });
    await first.page.goto(fixture.url);
    await first.page.run(async () => {
      const page = globalThis as unknown as FixturePage;
      await page.installWorker();
      await page.put('row', { text: 'signed' });
      await page.put(
        'key',
        await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
      );
    });
    await first.kill();
    await fixture.stop();

    const second = await webkit().open({ profile });
    await second.page.goto(fixture.url);
    await second.page.find('heading', "Visitor's book");
    const kept = await second.page.run(async () => {
      const page = globalThis as unknown as FixturePage;
      const { privateKey, publicKey } = (await page.get('key')) as CryptoKeyPair;
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const data = new TextEncoder().encode('consent');
      const signature = await crypto.subtle.sign(algorithm, privateKey, data);
      return {
        controlled: navigator.serviceWorker.controller !== null,
        row: await page.get('row'),
        extractable: privateKey.extractable,
        verified: await crypto.subtle.verify(algorithm, publicKey, signature, data),
      };
    });
    expect(kept).toEqual({ controlled: true, row: { text: 'signed' }, extractable: false, verified: true });
  });

  it('keeps every strict write that was acknowledged before SIGKILL', async () => {
    fixture = await serveFixture();
    const profile = await webkit().newProfile();
    const first = await webkit().open({ profile });
    await first.page.goto(fixture.url);
    for (let n = 1; n <= 5; n += 1) {
      await first.page.run((value) => (globalThis as unknown as FixturePage).put('last', value), n);
    }
    await first.kill();

    const second = await webkit().open({ profile });
    await second.page.goto(fixture.url);
    expect(await second.page.run(() => (globalThis as unknown as FixturePage).get('last'))).toBe(5);
  });

  it('keeps the page when the network process dies, and the rows after a reload', async () => {
    fixture = await serveFixture();
    const browser = await webkit().open({ profile: await webkit().newProfile() });
    const { page } = browser;
    await page.goto(fixture.url);
    await page.fill('Name', 'Ada');
    await page.run(() => (globalThis as unknown as FixturePage).put('row', 'signed'));
    await browser.killNetworkProcess();
    expect(await page.valueOf('Name')).toBe('Ada');
    const lost = page.run(() => (globalThis as unknown as FixturePage).get('row'));
    await expect(lost).rejects.toThrow('Connection to Indexed Database server lost');
    await page.reload();
    expect(await page.run(() => (globalThis as unknown as FixturePage).get('row'))).toBe('signed');
  });

  it('takes __Host- cookies over https with a certificate of our own, and has them after a restart', async () => {
    fixture = await serveFixture({ tls: true, setCookies: ['__Host-sid=1; Path=/; Secure; HttpOnly; Max-Age=600'] });
    const profile = await webkit().newProfile();
    const first = await webkit().open({ profile, acceptBadTls: true });
    await first.page.goto(fixture.url);
    await first.quit();
    expect(fixture.cookies).toContain('GET /page.js: __Host-sid=1');

    fixture.cookies.length = 0;
    const second = await webkit().open({ profile, acceptBadTls: true });
    await second.page.goto(fixture.url);
    expect(fixture.cookies[0]).toBe('GET /: __Host-sid=1');
  });

  it('refuses a certificate of our own unless told otherwise', async () => {
    fixture = await serveFixture({ tls: true });
    const { page } = await webkit().open({ profile: await webkit().newProfile() });
    await expect(page.goto(fixture.url)).rejects.toThrow('The page did not load: Unacceptable TLS certificate');
    expect(fixture.cookies).toEqual([]);
  });

  it('has the size, scale, language and start script asked for, and hears the console', async () => {
    fixture = await serveFixture();
    const browser = await webkit().open({
      profile: await webkit().newProfile(),
      size: { width: 834, height: 1194 },
      scale: 2,
      languages: ['he'],
      startScript: 'navigator.storage.persist = async () => true;',
    });
    await browser.page.goto(fixture.url);
    const seen = await browser.page.run(async () => {
      console.log('a line', 7);
      return [innerWidth, innerHeight, devicePixelRatio, navigator.language, await navigator.storage.persist()];
    });
    expect(seen).toEqual([834, 1194, 2, 'he', true]);
    await expect.poll(() => browser.console()).toContain('CONSOLE LOG a line 7');
  });
});
