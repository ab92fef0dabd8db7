import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { build, fixture, fixtures, open, openText, rivery } from '../fixtures/open.ts';
import { isDeep } from '../fixtures/sample.ts';

/** Maps whose order is the author's: of requests in Postman, and of the first example, which is the one sent. */
const ordered = new Set(['paths', 'examples']);

/** Values that are data: they are printed as they are written. */
const data = new Set(['example', 'default', 'value']);

const described = [
  { file: rivery, numRuns: isDeep ? 6 : 2 },
  ...fixtures.map((name) => ({ file: fixture(name), numRuns: isDeep ? 10 : 3 })),
].map((row) => ({ ...row, name: basename(row.file) }));

test.each(described)('$name: the same files from JSON as from YAML', async ({ file, name }) => {
  const json = toJson(parseMarked(await readFile(file, 'utf8')));
  expect(toTexts(await build(await openText(json, name)))).toEqual(toTexts(await build(await open(file))));
});

test.each(described)(
  '$name: the same files whatever the order of keys',
  async ({ file, name, numRuns }) => {
    const description = parseMarked(await readFile(file, 'utf8'));
    const wanted = toTexts(await build(await open(file)));
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 2 });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const shuffled = toJson(shuffle(description, random(seed)));
        const texts = toTexts(await build(await openText(shuffled, name)));
        expect(Object.keys(texts)).toEqual(Object.keys(wanted));
        for (const [generated, text] of Object.entries(texts)) {
          expectSame(generated, text, wanted[generated] ?? '');
        }
      }),
      // Each run generates everything; shrinking a seed would explain nothing.
      { numRuns, endOnFailure: true },
    );
  },
  25_000,
);

/** Data in which a number is a marked text if JavaScript would write it with other digits, such as `1.0`. */
function parseMarked(yaml: string): unknown {
  const document = parseDocument(yaml);
  visit(document, {
    Scalar: (_, scalar) => {
      const { value, source } = scalar;
      if (typeof value === 'number' && source !== String(value)) scalar.value = `@@${source}@@`;
    },
  });
  return document.toJS();
}

function toJson(marked: unknown): string {
  return JSON.stringify(marked).replace(/"@@([^@]+)@@"/g, '$1');
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
