import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../../../scripts/model/api.ts';
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
    expect(JSON.parse(textOf('rivery.openapi.json'))).toEqual(JSON.parse(JSON.stringify(spec.bundle)));
  });
});

/** What a reader meets on a page. */
type Visit = {
  readonly address: string;
  readonly title: string;
  readonly hindrances: readonly string[];
  readonly width: number;
  readonly ids: readonly string[];
  readonly links: readonly string[];
};

async function visit(page: Page): Promise<Visit> {
  return {
    address: page.url(),
    title: await page.title(),
    hindrances: await hindrances(page, /./),
    width: await page.evaluate<number>('document.documentElement.scrollWidth'),
    ids: await page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)"),
    links: await page.evaluate("[...document.querySelectorAll('a[href]')].map(({ href }) => href)"),
  };
}

describeInBrowser('the site', (open) => {
  const looks = sampleOf(
    [
      { colorScheme: 'light', viewport: { width: 1200, height: 844 } },
      { colorScheme: 'dark', viewport: { width: 1200, height: 844 } },
      { colorScheme: 'light', viewport: { width: 390, height: 844 } },
    ] as const,
    1,
  );
  type Look = (typeof looks)[number];
  const wide = looks.find(({ viewport }) => viewport.width > 1000) ?? expect.fail();

  const visitGuide = once(async (look: Look) => {
    const [first = '', ...others] = pages
      .filter((name) => name !== 'reference.html')
      .map((name) => url + name);
    const { page, requests, errors } = await open(first, look);
    const visits = [await visit(page)];
    for (const address of others) {
      await page.goto(address);
      visits.push(await visit(page));
    }
    await page.context().close();
    return { visits, expected: [first, ...others], requests, errors };
  });

  // Redoc takes seconds to render, so tests share the page. None relies on where another one left it.
  const openReference = once((look: Look) => open(`${reference}#operation/getActivities`, look));

  test.each(looks)('everybody can read every page: $colorScheme, $viewport.width pixels', async (look) => {
    const { visits, expected, requests, errors } = await visitGuide(look);
    expect(visits.filter((one) => one.hindrances.length > 0 || one.width > look.viewport.width)).toEqual([]);
    expect(visits.map(({ address }) => address)).toEqual(expected);
    expect([requests, errors]).toEqual([expected, []]);
    expect(new Set(visits.map(({ title }) => title)).size).toBe(pages.length - 1);
  });

  test.each(looks)('and the reference: $colorScheme, $viewport.width pixels', async (look) => {
    const { page, requests, errors } = await openReference(look);
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
  });

  describe('the reference', () => {
    /** Redoc renders only what is near, so a reader goes there by the menu. */
    const show = async (page: Page, { tag, summary }: Operation): Promise<void> => {
      const entry = page.locator('.menu-content').getByText(summary, { exact: true });
      if (!(await entry.isVisible()))
        await page.locator('.menu-content').getByText(tag, { exact: true }).click();
      await entry.click();
      await expect.poll(() => isInView(page, summary), { timeout: 10_000 }).toBe(true);
    };

    test('leads to every operation by a click', async () => {
      const { page } = await openReference(wide);
      for (const operation of api.operations) await show(page, operation);
    });

    test('leads to every operation by its anchor', async () => {
      const { page } = await openReference(wide);
      for (const { id, summary } of sampleOf(api.operations, 1)) {
        await page.goto('about:blank');
        await page.goto(`${reference}#operation/${id}`);
        await expect.poll(() => isInView(page, summary), { timeout: 10_000 }).toBe(true);
      }
    });

    test('says how a parameter, a property and a response are known', async () => {
      const { page } = await openReference(wide);
      for (const [id, words] of [
        ['getRiverActivitiesRun', "Only the vendor's published notes name it; no fixture has it."],
        ['getRiverActivitiesTargets', "The vendor's console sends this name"],
        ['runRiver', /Provenance: (observed|inferred)\./],
      ] as const) {
        await show(page, api.operations.find((operation) => operation.id === id) ?? expect.fail());
        const content = page.locator('#api-content');
        if (id === 'runRiver') await content.getByRole('button', { name: '403' }).first().click();
        await expect.poll(() => content.textContent()).toMatch(words);
      }
    });

    test('finds an operation, a parameter and a property', async () => {
      const { page, requests } = await openReference(wide);
      await page.locator('[data-testid="search-trigger"] > div').click();
      const find = async (words: string): Promise<string> => {
        await page.getByPlaceholder('Search docs...').fill(words);
        await page.locator('[data-component-name="Search/SearchItem"]').first().waitFor();
        return (await page.locator('[data-component-name="Search/SearchItem"]').allTextContents()).join('\n');
      };
      await expect.poll(() => find('Run Groups')).toContain('Get River Activities Run Groups');
      await expect.poll(() => find('items_per_page')).toContain('query parameters → items_per_page');
      await expect.poll(() => find('pricing_category')).toContain('pricing_category');
      const asked = requests.filter((request) => !/^(blob|about):/.test(request));
      expect(new Set(asked.map((request) => request.split('#')[0]))).toEqual(new Set([reference]));
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
    const { page } = await openReference(wide);
    await page.goto('about:blank');
    await page.goto(reference);
    await page.locator('#api-content h2').first().waitFor();
    const visits = [...(await visitGuide(looks[0] ?? wide)).visits, await visit(page)];
    const ids = new Map(visits.map((one) => [one.address.split('#')[0], one.ids]));
    const links = visits.flatMap((one) => one.links.map((href) => [one.address, href] as const));
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

/** Calls the function once for each argument. */
function once<Argument, Value>(make: (argument: Argument) => Promise<Value>) {
  const made = new Map<Argument, Promise<Value>>();
  return (argument: Argument): Promise<Value> => {
    const value = made.get(argument) ?? make(argument);
    made.set(argument, value);
    return value;
  };
}

const headingOf = (page: Page, text: string): Locator =>
  page.locator('#api-content h2').filter({ hasText: new RegExp(`^${text}$`) });

/** Within the half of the window where one begins to read. */
async function isInView(page: Page, heading: string): Promise<boolean> {
  const box = await headingOf(page, heading).first().boundingBox();
  return box !== null && box.y >= 0 && box.y < 422;
}
