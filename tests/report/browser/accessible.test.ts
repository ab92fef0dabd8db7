import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../fixtures/in-browser.ts';
import { sampleOf } from '../../fixtures/sample.ts';
import { examples, mixed } from '../examples.ts';
import { writeReport } from './open-report.ts';

type Rule = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/**
 * Whatever breaks a rule, of whatever weight. Of signs of one character and of text in pictures axe doesn't decide whether
 * the contrast is enough, so their colour is held here against the nearest one behind them.
 */
const judge = `(async () => {
  const { Color, getContrast } = axe.commons.color;
  const toColour = (text) => {
    const colour = new Color();
    colour.parseString(text);
    return colour;
  };
  const behind = (element) => {
    const own = toColour(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own : behind(element.parentElement);
  };
  const isFaint = ({ target: [selector] }) => {
    const element = document.querySelector(selector);
    const { fill, color } = getComputedStyle(element);
    const isPicture = element instanceof SVGElement;
    return getContrast(behind(element), toColour(isPicture ? fill : color)) < 4.5;
  };
  const { violations, incomplete } = await axe.run();
  const unsure = incomplete.map(({ id, nodes }) => {
    return { id, nodes: id === 'color-contrast' ? nodes.filter(isFaint) : nodes };
  });
  return [...violations, ...unsure.filter(({ nodes }) => nodes.length > 0)];
})()`;

/** What hinders somebody from reading the page, with all that is folded opened. */
async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  await page.evaluate(axe.source);
  const broken = await page.evaluate<readonly Rule[]>(judge);
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

const pages = [
  ...(['light', 'dark'] as const).flatMap((colours) =>
    [1200, 390].map((width) => ['mixed', colours, width] as const),
  ),
  ...['interrupted', 'inconclusive', 'unreachable', 'uncovered'].map((name) => [name, 'dark', 390] as const),
];

describeInBrowser('everybody can read it', (open) => {
  test.each(sampleOf(pages, 3))('%s, %s, %i pixels', async (name, colorScheme, width) => {
    const url = writeReport(name === 'mixed' ? mixed : (examples[name] ?? expect.fail()));
    const { page } = await open(url, { colorScheme, viewport: { width, height: 844 } });
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  test('on a phone the tables are read without moving them sideways', async () => {
    const { page } = await open(writeReport(mixed), { viewport: { width: 390, height: 844 } });
    const cut = "[...document.querySelectorAll('.scroll')].map((one) => one.scrollWidth > one.clientWidth)";
    expect(await page.evaluate(cut)).toEqual([false, false]);
  });

  test('the first key leads past the overview, and every key to something that can be seen', async () => {
    const { page } = await open(writeReport(mixed));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
    for (let key = 0; key < 12; key += 1) {
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      const place = page.locator(':focus');
      expect([await place.textContent(), outline, (await place.boundingBox())?.x ?? -1]).toEqual([
        expect.anything(),
        'solid',
        expect.toSatisfy((x: number) => x >= 0),
      ]);
      await page.keyboard.press('Tab');
    }
  });

  test('on paper what is folded is opened, and the filters are left out', async () => {
    const { page } = await open(writeReport(mixed));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('#drift-1').isVisible()).toBe(true);
    expect(await page.locator('#filters').isVisible()).toBe(false);
  });
});
