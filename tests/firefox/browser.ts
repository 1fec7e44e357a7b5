import { launch, type Browser } from 'puppeteer-core';

/** Starts Firefox with a profile of its own; it takes our own certificates. */
export async function startFirefox(): Promise<Browser> {
  const executablePath = process.env['COUNTERSIGN_FIREFOX'];
  if (!executablePath) throw new Error('Firefox was not found: install it, or name it in COUNTERSIGN_FIREFOX.');
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-US',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}
