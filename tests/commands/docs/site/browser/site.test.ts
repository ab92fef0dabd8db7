import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { describeInBrowser } from '../../../../fixtures/in-browser.ts';
import { open as openSpec, rivery } from '../../../../fixtures/open.ts';
import { sampleOf } from '../../../../fixtures/sample.ts';
import { writeSite } from './build.ts';

const { api, spec } = await openSpec(rivery);
const { url, files } = await writeSite(rivery);
const pages = files.map(({ name }) => name).filter((name) => name.endsWith('.html'));
const reference = `${url}reference.html`;

/** Redoc names itself on the console, and says nothing else. */
const wrong = (errors: readonly string[]): string[] => errors.filter((error) => !error.includes('%c Redoc'));

const rules = `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
  nodes.map(({ html }) => ({ id, impact, html }))))`;

type Broken = { readonly id: string; readonly impact: string; readonly html: string };

/** What hinders somebody from reading the page. */
async function hindrances(page: Page, impacts: RegExp): Promise<string[]> {
  await page.evaluate(axe.source);
  const broken = await page.evaluate<readonly Broken[]>(rules);
  return broken.filter(({ impact }) => impacts.test(impact)).map(({ id, html }) => `${id} ${html}`);
}

/**
 * Redoc's own, which no option and no style mends: the button that chooses among examples is named `Example` and shows
 * the chosen one (WCAG 2.5.3). It is still found and used by that name.
 */
const excepted = /^label-content-name-mismatch <button [^>]*aria-label="Example"/;

describe('downloads', () => {
  const textOf = (name: string): string =>
    files.find((file) => file.name === `downloads/${name}`)?.text ?? '';

  test.each(files.flatMap(({ name }) => (/\.postman_/.test(name) ? [name] : [])))(
    '%s is what is committed',
    (name) => {
      expect(
        readFileSync(name.replace('downloads/', 'collections/'), 'utf8') === textOf(name.slice(10)),
      ).toBe(true);
    },
  );

  test('the description is there as it is written, and as JSON', () => {
    expect(textOf('rivery.openapi.yaml') === readFileSync(rivery, 'utf8')).toBe(true);
    expect(JSON.parse(textOf('rivery.openapi.json'))).toEqual(spec.bundle);
  });
});

describeInBrowser('the site', (open) => {
  const looks = [
    { colorScheme: 'light', viewport: { width: 1200, height: 844 } },
    { colorScheme: 'dark', viewport: { width: 1200, height: 844 } },
    { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  ] as const;

  test.each(sampleOf(looks, 1))(
    'everybody can read every page: $colorScheme, $viewport.width pixels',
    async (look) => {
      const [first = '', ...others] = pages
        .filter((name) => name !== 'reference.html')
        .map((name) => url + name);
      const { page, requests, errors } = await open(first, look);
      const titles = new Set<string>();
      for (const address of [first, ...others]) {
        if (address !== first) await page.goto(address);
        expect([address, await hindrances(page, /./)]).toEqual([address, []]);
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width, address).toBeLessThanOrEqual(look.viewport.width);
        titles.add(await page.title());
      }
      expect([requests, errors]).toEqual([[first, ...others], []]);
      expect(titles.size).toBe(pages.length - 1);
      await page.context().close();
    },
  );

  test.each(sampleOf(looks, 1))('and the reference: $colorScheme, $viewport.width pixels', async (look) => {
    const { page, requests, errors } = await open(`${reference}#operation/getActivities`, look);
    await headingOf(page, 'Get Activities').waitFor();
    // What Redoc is still rendering may have no contrast yet.
    const others = async (): Promise<string[]> =>
      (await hindrances(page, /serious|critical/)).filter((one) => !excepted.test(one));
    await expect.poll(others, { timeout: 30_000 }).toEqual([]);
    const broken = await hindrances(page, /serious|critical/);
    expect(broken.filter((one) => excepted.test(one))).not.toEqual([]);
    expect([requests.map((request) => request.split('#')[0]), wrong(errors)]).toEqual([[reference], []]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      look.viewport.width,
    );
    await page.context().close();
  });

  describe('the reference', () => {
    test('leads to every operation by a click', async () => {
      const { page } = await open(reference);
      for (const { tag, summary } of api.operations) {
        const entry = page.locator('.menu-content').getByText(summary, { exact: true });
        if (!(await entry.isVisible()))
          await page.locator('.menu-content').getByText(tag, { exact: true }).click();
        await entry.click();
        await expect.poll(() => isInView(page, summary), { timeout: 10_000 }).toBe(true);
      }
    });

    test('leads to every operation by its anchor', async () => {
      const { page } = await open(reference);
      for (const { id, summary } of sampleOf(api.operations, 1)) {
        await page.goto('about:blank');
        await page.goto(`${reference}#operation/${id}`);
        await expect.poll(() => isInView(page, summary), { timeout: 10_000 }).toBe(true);
      }
    });

    test('finds an operation, a parameter and a property', async () => {
      const { page, requests } = await open(reference);
      await page.locator('[data-testid="search-trigger"] > div').click();
      const find = async (text: string): Promise<string> => {
        await page.getByPlaceholder('Search docs...').fill(text);
        await page.locator('[data-component-name="Search/SearchItem"]').first().waitFor();
        return (await page.locator('[data-component-name="Search/SearchItem"]').allTextContents()).join('\n');
      };
      await expect.poll(() => find('Run Groups')).toContain('Get River Activities Run Groups');
      await expect.poll(() => find('items_per_page')).toContain('query parameters → items_per_page');
      await expect.poll(() => find('pricing_category')).toContain('pricing_category');
      expect(requests.filter((request) => !request.startsWith('blob:'))).toEqual([reference]);
    });

    test('says how a parameter, a property and a response are known', async () => {
      const { page } = await open(`${reference}#operation/getRiverActivitiesRun`);
      const content = page.locator('#api-content');
      await expect
        .poll(() => content.textContent())
        .toContain("Only the vendor's published notes name it; no fixture has it.");
      await page.goto(`${reference}#operation/getRiverActivitiesTargets`);
      await page.reload();
      await expect.poll(() => content.textContent()).toContain("The vendor's console sends this name");
      await page.goto(`${reference}#operation/runRiver`);
      await page.reload();
      await content.getByRole('button', { name: '403' }).first().click();
      await expect.poll(() => content.textContent()).toMatch(/Provenance: (observed|inferred)\./);
    });
  });

  test('the first key leads past the header', async () => {
    const { page } = await open(`${url}token.html`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.locator('#content:focus').count()).toBe(1);
  });

  test('every link leads somewhere', async () => {
    const ids = new Map<string, readonly string[]>();
    const links: [from: string, to: string][] = [];
    for (const name of pages) {
      const { page } = await open(url + name);
      const read = <T>(script: string): Promise<T> => page.evaluate<T>(script);
      ids.set(url + name, await read("[...document.querySelectorAll('[id]')].map(({ id }) => id)"));
      const hrefs = await read<string[]>("[...document.querySelectorAll('a[href]')].map(({ href }) => href)");
      links.push(...hrefs.map((href): [string, string] => [name, href]));
      await page.context().close();
    }
    // Redoc's addresses are written in small letters, with a slash for what is in its navigation.
    const known = new Set([
      ...(ids.get(reference) ?? []),
      ...api.tags.map(({ name }) => name.toLowerCase()),
      ...api.operations.map(({ id }) => `operation/${id}`.toLowerCase()),
    ]);
    const isThere = (href: string): boolean => {
      const [file = '', id] = href.split('#');
      if (/^https:/.test(file)) return true;
      if (id === undefined)
        return statSync(fileURLToPath(file), { throwIfNoEntry: false })?.isFile() ?? false;
      if (file !== reference) return ids.get(file)?.includes(id) ?? false;
      return id === '/' || known.has(id.toLowerCase().replace(/^\//, ''));
    };
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(([, href]) => !isThere(href))).toEqual([]);
  });
});

const headingOf = (page: Page, text: string): Locator =>
  page.locator('#api-content h2').filter({ hasText: new RegExp(`^${text}$`) });

/** Within the half of the window where one begins to read. */
async function isInView(page: Page, heading: string): Promise<boolean> {
  const box = await headingOf(page, heading).first().boundingBox();
  return box !== null && box.y >= 0 && box.y < 422;
}
