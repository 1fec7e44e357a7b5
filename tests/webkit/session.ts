/** Connects WebKitWebDriver, and selenium with it, to a browser that runs already. */
import { connect } from 'node:net';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { freePort, killFamily, startProgram } from './processes.ts';
import { until } from './until.ts';

/** A driver's hold on a browser. The browser and its page stay when it ends. */
export interface Session {
  driver: WebDriver;
  /** Lets go of the browser in good order. */
  end(): Promise<void>;
  /** Ends the driver at once; what was asked of it and not answered yet is rejected. */
  kill(): Promise<void>;
}

/** Takes hold of the browser whose inspector server listens on this port of 127.0.0.1. Throws when it cannot. */
export async function attach(inspectorPort: number): Promise<Session> {
  const port = await freePort();
  const server = startProgram('WebKitWebDriver', [`--port=${port}`, `--target=127.0.0.1:${inspectorPort}`]);
  const kill = (): Promise<void> => killFamily(server);
  try {
    await until('WebKitWebDriver to answer', () => isListening(port));
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities().set('browserName', 'countersign-webkit'))
      .build();
    const end = async (): Promise<void> => {
      await driver.quit();
      await kill();
    };
    return { driver, end, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** True when something accepts connections on this port of 127.0.0.1, undefined when not. */
export async function isListening(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(undefined));
    socket.once('connect', () => socket.destroy());
  });
}
