/** Starts and ends real WebKitGTK browsers that keep their data in a profile folder over restarts and crashes. */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebDriver } from 'selenium-webdriver';
import { startDisplay } from './display.ts';
import { buildHost } from './host.ts';
import { Page } from './page.ts';
import {
  descendants,
  freePort,
  killFamily,
  killProcesses,
  type Program,
  startProgram,
  waitEnded,
} from './processes.ts';
import { attach, isListening, type Session } from './session.ts';
import { until } from './until.ts';

export interface OpenOptions {
  /** Absolute folder of the browser's data; `newProfile()` makes one. One browser at a time may have it open. */
  profile: string;
  /** Of the page, in CSS pixels. An 11-inch iPad lying down unless said otherwise. */
  size?: { width: number; height: number };
  /** Device pixels per CSS pixel; 1 unless said otherwise. */
  scale?: 1 | 2;
  /** The most wanted one is all that navigator.languages says; ["en-US"] unless said otherwise. */
  languages?: string[];
  /** WebKit features to switch, as "+StorageAPI" or "-TrustedTypes", beside those Safari has and GTK leaves off. */
  features?: string[];
  /** JavaScript every page runs before its own, to stand in for what GTK lacks, as a granted `navigator.storage.persist`. */
  startScript?: string;
  /** True: self-signed and otherwise wrong certificates pass, for tests of https://localhost. */
  acceptBadTls?: boolean;
}

export interface Browser {
  /** Finds, clicks, types, waits, draws. */
  readonly page: Page;
  /** Selenium's own session, for what `page` lacks. Another one after `killNetworkProcess`: do not keep it. */
  readonly driver: WebDriver;
  /** Every line the page's console and the browser printed so far, as "CONSOLE LOG hello". */
  console(): string[];
  /** Ends it as a crash would: SIGKILL to all its processes at one stroke. The profile can then be opened again. */
  kill(): Promise<void>;
  /** SIGKILL to WebKit's network process alone, which holds IndexedDB and connections. The page stays as it is. */
  killNetworkProcess(): Promise<void>;
  /** Closes it in good order. The profile can then be opened again. Nothing happens to a browser that has ended already. */
  quit(): Promise<void>;
}

export interface WebKit {
  /** Starts a browser on an empty page. Throws an Error with the browser's own output when it does not start. */
  open(options: OpenOptions): Promise<Browser>;
  /** A new empty profile folder, deleted by `close`. */
  newProfile(): Promise<string>;
  /** Kills every browser, ends the screen, deletes the profiles. */
  close(): Promise<void>;
}

/** In Safari, and in WebKitGTK only when asked for. */
const safariFeatures = ['+StorageAPI', '+StorageAPIEstimate'];

/** Builds the host if need be and starts a screen for browsers. Throws with a sentence when something is not installed. */
export async function startWebKit(): Promise<WebKit> {
  const host = await buildHost();
  if (!host.ok) throw new Error(`WebKit cannot be started: ${host.sentence}.`);
  const display = await startDisplay();
  const browsers: Browser[] = [];
  const profiles: string[] = [];
  return {
    async open(options) {
      const browser = await openBrowser(host.binary, display.name, options);
      browsers.push(browser);
      return browser;
    },
    async newProfile() {
      const profile = await mkdtemp(join(tmpdir(), 'countersign-webkit-'));
      profiles.push(profile);
      return profile;
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.kill()));
      await display.close();
      await Promise.all(profiles.map((profile) => rm(profile, { recursive: true, force: true, maxRetries: 5 })));
    },
  };
}

async function openBrowser(binary: string, display: string, options: OpenOptions): Promise<Browser> {
  const inspectorPort = await freePort();
  const host = startProgram(binary, await hostArguments(options), {
    env: { ...environment(display, options), WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${inspectorPort}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = collectLines(host);
  try {
    await until('the browser to listen for its driver', () => listens(host, inspectorPort));
    return control(host, inspectorPort, await attach(inspectorPort), lines);
  } catch (error) {
    await killFamily(host);
    throw new Error(`WebKit did not start. It printed: ${lines.join(' | ') || 'nothing'}.`, { cause: error });
  }
}

async function listens(host: Program, inspectorPort: number): Promise<true | undefined> {
  if (host.exitCode !== null || host.signalCode !== null) throw new Error('The browser ended at once.');
  return isListening(inspectorPort);
}

function control(host: Program, inspectorPort: number, first: Session, lines: string[]): Browser {
  let session = first;
  let ended = false;
  return {
    page: new Page(() => session.driver),
    get driver() {
      return session.driver;
    },
    console: () => [...lines],
    async kill() {
      if (ended) return;
      ended = true;
      await killFamily(host);
      await session.kill();
    },
    async killNetworkProcess() {
      await session.end(); // WebKit would end it anyway, and leave what was asked of it unanswered
      await killProcesses(descendants(host.pid, 'WebKitNetworkProcess'));
      session = await attach(inspectorPort);
    },
    async quit() {
      if (ended) return;
      await session.end();
      const family = [host.pid, ...descendants(host.pid)];
      host.kill('SIGTERM');
      await waitEnded(family);
      ended = true;
    },
  };
}

async function hostArguments(options: OpenOptions): Promise<string[]> {
  const { profile, size = { width: 1194, height: 834 }, languages = ['en-US'], features = [] } = options;
  const args = [
    `--profile=${profile}`,
    `--size=${size.width}x${size.height}`,
    `--languages=${languages.join(',')}`,
    `--features=${[...safariFeatures, ...features].join(',')}`,
  ];
  if (options.acceptBadTls) args.push('--accept-bad-tls');
  if (options.startScript !== undefined) {
    const file = join(profile, 'start-script.js');
    await writeFile(file, options.startScript);
    args.push(`--start-script=${file}`);
  }
  return args;
}

/** Keeps the desktop's settings, caches and accessibility bus of whoever runs the tests out of it. */
function environment(display: string, { profile, scale = 1 }: OpenOptions): Record<string, string> {
  return {
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    GDK_SCALE: String(scale),
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    XDG_CACHE_HOME: join(profile, 'xdg-cache'),
    XDG_CONFIG_HOME: join(profile, 'xdg-config'),
    XDG_DATA_HOME: join(profile, 'xdg-data'),
  };
}

/** Gathers what a program prints on both outputs, line by line, into the array it returns. */
function collectLines(program: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [program.stdout, program.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts.filter((line) => line.trim() !== ''));
    });
  }
  return lines;
}
