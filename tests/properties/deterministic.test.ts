import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { build, open, openText, rivery } from '../fixtures/open.ts';

/** Maps whose order is the author's: of requests in Postman, and of the first example, which is the one sent. */
const ordered = new Set(['paths', 'examples']);

/** Values that are data: they are printed as they are written. */
const data = new Set(['example', 'default', 'value']);

test.each([
  ['the same files from the same text', (description: string) => description],
  ['the same files from JSON as from YAML', (description: string) => JSON.stringify(parse(description))],
])('%s', async (_, rewrite) => {
  const description = await readFile(rivery, 'utf8');
  expect(await textsOf(rewrite(description))).toEqual(await committedTexts());
});

test('the same files whatever the order of keys in the description', async () => {
  const description: unknown = parse(await readFile(rivery, 'utf8'));
  const wanted = await committedTexts();
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 2 });
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const shuffled = JSON.stringify(shuffle(description, random(seed)));
      const texts = await textsOf(shuffled);
      expect(Object.keys(texts)).toEqual(Object.keys(wanted));
      for (const [name, text] of Object.entries(texts)) expectSame(name, text, wanted[name] ?? '');
    }),
    // Each run generates everything; shrinking a seed would explain nothing.
    { numRuns: 6, endOnFailure: true },
  );
}, 25_000);

async function committedTexts(): Promise<Record<string, string>> {
  return toTexts(await build(await open(rivery)));
}

async function textsOf(description: string): Promise<Record<string, string>> {
  return toTexts(await build(await openText(description, 'rivery.openapi.yaml')));
}

function toTexts({ files }: Awaited<ReturnType<typeof build>>): Record<string, string> {
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** Shows the first line that differs rather than two files of some hundred kilobytes. */
function expectSame(name: string, actual: string, wanted: string): void {
  if (actual === wanted) return;
  const lines = wanted.split('\n');
  const index = actual.split('\n').findIndex((line, at) => line !== lines[at]);
  expect(`${name}:${index + 1} ${actual.split('\n')[index]}`).toBe(`${name}:${index + 1} ${lines[index]}`);
}

/** The same description with the keys of every map in another order. */
function shuffle(value: unknown, next: () => number, key = ''): unknown {
  if (data.has(key)) return value;
  if (Array.isArray(value)) return value.map((item) => shuffle(item, next));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, shuffle(part, next, name)] as const);
  return Object.fromEntries(ordered.has(key) ? entries : permute(entries, next));
}

function permute<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Numbers from 0 to 1 that follow from the seed (Park and Miller, 1988). */
function random(seed: number): () => number {
  let state = (seed % (2 ** 31 - 2)) + 1;
  return () => {
    state = (state * 48_271) % (2 ** 31 - 1);
    return state / (2 ** 31 - 1);
  };
}
