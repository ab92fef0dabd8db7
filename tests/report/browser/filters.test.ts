import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../fixtures/in-browser.ts';
import { examples, mixed } from '../examples.ts';
import { writeReport } from './open-report.ts';

const drift = examples['drift'] ?? expect.fail();

const url = writeReport(mixed);

const shown = (page: Page): Promise<string[]> =>
  page.locator('[data-entry]:visible').evaluateAll((all: { id: string }[]) => all.map(({ id }) => id));
const told = (page: Page): Promise<string | null> => page.locator('#filters output').textContent();
const choose = (page: Page, name: string, value: string): Promise<string[]> =>
  page.locator(`select[name=${name}]`).selectOption(value);

describeInBrowser('filters', (open) => {
  test('all is shown at first, but what is folded', async () => {
    const { page, errors } = await open(url);
    expect(await told(page)).toBe('All 8 shown');
    expect(await shown(page)).toEqual([
      ...['cause-1', 'cause-2'],
      ...['difference-1', 'difference-2', 'difference-3', 'difference-4', 'difference-5'],
    ]);
    expect(errors).toEqual([]);
  });

  test.each([
    ['region', 'us', 7],
    ['operation', 'getSailing', 5],
    ['verdict', 'failed', 2],
    ['verdict', 'different', 5],
    ['verdict', 'drift', 1],
    ['verdict', 'failed', 2, 390],
  ])('by %s %s', async (name, value, want, width = 1200) => {
    const { page } = await open(url, { viewport: { width, height: 844 } });
    await choose(page, name, value);
    expect(await told(page)).toBe(`${want} of 8 shown`);
    expect(await shown(page)).toHaveLength(want);
    expect(new URL(page.url()).hash).toBe(`#${name}=${value}`);
  });

  test('by several at once, until they are reset', async () => {
    const { page } = await open(url);
    await choose(page, 'verdict', 'failed');
    await choose(page, 'region', 'us');
    expect(await shown(page)).toEqual(['cause-1']);
    await choose(page, 'operation', 'bookPassage');
    expect(await told(page)).toBe('0 of 8 shown');
    expect(await page.getByText('Nothing here matches the filter.').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => told(page)).toBe('All 8 shown');
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.getByText('Nothing here matches the filter.').first().isVisible()).toBe(false);
  });

  test('by the keyboard alone', async () => {
    const { page } = await open(url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#findings:focus').count()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => told(page)).toBe('2 of 8 shown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => told(page)).toBe('All 8 shown');
  });

  test('the address keeps them on the way to the findings', async () => {
    const { page } = await open(`${url}#verdict=failed`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#findings:focus').count()).toBe(1);
    expect(await told(page)).toBe('2 of 8 shown');
    expect(new URL(page.url()).hash).toBe('#verdict=failed');
  });

  test('from the address, now and when it changes; what it does not know counts as all', async () => {
    const { page } = await open(`${url}#verdict=failed&region=us`);
    expect(await shown(page)).toEqual(['cause-1']);
    await page.evaluate("location.hash = 'operation=nobody&verdict=drift'");
    await expect.poll(() => told(page)).toBe('1 of 8 shown');
  });

  test('a cell leads to what it stands for, and leaves the rest out', async () => {
    const { page, errors } = await open(url);
    await page.getByRole('row', { name: 'getSailing' }).getByRole('link', { name: 'failed' }).last().click();
    expect(new URL(page.url()).hash).toBe('#region=eu&operation=getSailing');
    expect(await page.locator('#cause-1:focus').count()).toBe(1);
    expect(await page.locator('#cause-2').isVisible()).toBe(false);
    await page
      .getByRole('row', { name: 'listSailings' })
      .getByRole('link', { name: 'differ' })
      .first()
      .click();
    expect(await shown(page)).toEqual(['difference-3', 'difference-4', 'difference-5']);
    expect(errors).toEqual([]);
  });

  test('a cell unfolds what it leads to', async () => {
    const { page } = await open(writeReport(drift));
    expect(await shown(page)).toEqual([]);
    await page.getByRole('row', { name: 'getSailing' }).getByRole('link', { name: 'drift' }).press('Enter');
    expect(await shown(page)).toEqual(['drift-1']);
  });

  test('without scripts all is there but the filters', async () => {
    const { page } = await open(url, { javaScriptEnabled: false });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('[data-copy]').first().isVisible()).toBe(false);
    expect(await page.locator('#cause-1').isVisible()).toBe(true);
    await page.getByText('Drift: undocumented').click();
    expect(await page.locator('#drift-1').isVisible()).toBe(true);
    await page.getByRole('row', { name: 'getSailing' }).getByRole('link', { name: 'failed' }).first().click();
    expect(new URL(page.url()).hash).toBe('#cause-1');
  });
});

describeInBrowser('a command', (open) => {
  test('is copied whole', async () => {
    const { page } = await open(url, { permissions: ['clipboard-read', 'clipboard-write'] });
    const command = await page.locator('#cause-2 .curl code').textContent();
    await page.locator('#cause-2').getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(command);
  });
});
