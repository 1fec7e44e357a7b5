import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildHost } from './host.ts';

describe('building the WebKit host', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.runIf(process.platform === 'linux')('says which programs are missing and how to get them', async () => {
    vi.stubEnv('PATH', '');
    expect(await buildHost()).toEqual({
      ok: false,
      sentence:
        'Xvfb, WebKitWebDriver, gcc, pkg-config, and setpriv are not installed ' +
        '(on Debian: apt-get install xvfb webkit2gtk-driver gcc pkg-config util-linux)',
    });
  });
});
