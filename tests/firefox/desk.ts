import type { ElementHandle, Page } from 'puppeteer-core';
import { chooseOption, type Desk, type Thing } from '../harness/desk.ts';
import { findAccessible, query } from '../webkit/accessible.ts';

/** A page in Firefox as tests that run in several browsers use it. */
export function deskIn(page: Page): Desk {
  return {
    async goto(url) {
      await page.goto(url);
    },
    text: () => page.evaluate(() => document.body.innerText),
    title: () => page.evaluate(() => document.querySelector('h1')?.textContent ?? ''),
    async all(role, name) {
      const found = await page.evaluateHandle(findAccessible, query(role, name));
      const list = await found.getProperty('elements');
      const elements = [...(await list.getProperties()).values()].flatMap((handle) => handle.asElement() ?? []);
      return elements.map((element) => thing(page, element as ElementHandle));
    },
  };
}

function thing(page: Page, element: ElementHandle): Thing {
  return {
    click: () => element.click(),
    async fill(text) {
      await element.evaluate((field) => (field as HTMLInputElement).select());
      await page.keyboard.press('Backspace');
      await element.type(text);
    },
    choose: (option) => element.evaluate(chooseOption, option),
    value: () => element.evaluate((field) => (field as HTMLInputElement).value),
  };
}
