import { chooseOption, type Desk } from '../harness/desk.ts';
import type { Page } from './page.ts';
import { title } from './tabletPage.ts';

/** A page in WebKit as tests that run in several browsers use it. */
export function deskIn(page: Page): Desk {
  return {
    goto: (url) => page.goto(url),
    text: () => page.text(),
    title: () => title(page),
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
