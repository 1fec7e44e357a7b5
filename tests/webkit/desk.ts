import { chooseOption, type Desk } from '../harness/desk.ts';
import type { Page } from './page.ts';

/** A page in WebKit as a front desk's browser. */
export function deskIn(page: Page): Desk {
  return {
    goto: (url) => page.goto(url),
    text: () => page.text(),
    async all(role, name) {
      return (await page.findAll(role, name)).map((element) => ({
        click: () => element.click(),
        async fill(text) {
          await element.clear();
          await element.sendKeys(text);
        },
        choose: (option) => page.run(chooseOption, element, option),
        value: () => page.run((field) => (field as HTMLInputElement).value, element),
      }));
    },
  };
}
