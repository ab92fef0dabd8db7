import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import type { Opened } from '../../scripts/openapi/open-spec.ts';
import { toSources } from '../../scripts/suite/checks/sources.ts';
import { itemId, toContractCollection } from '../../scripts/suite/postman/contract-collection.ts';
import type { PostmanItem } from '../../scripts/suite/postman/format.ts';
import { fixture, fixtures, open, openText, rivery } from '../fixtures/open.ts';
import { simulateSuite } from '../fixtures/run.ts';

describe.each([rivery, ...fixtures.map(fixture)].map((file) => [basename(file), file]))('%s', (_, file) => {
  test('no request is sent twice, but to see whether the answer is the same', async () => {
    const { api } = await open(file);
    const { cases } = toPlan(api);
    const folders = toContractCollection(api, cases, { byOperation: {} }).item;
    const items = folders.flatMap((folder) => ('item' in folder ? folder.item : []));
    const repeats = cases.filter(({ kind }) => kind === 'repeat').map(itemId);
    expect(items).toHaveLength(cases.length);
    expect(twice(items.map(({ id }) => id))).toEqual([]);
    expect(twice(items.map(scriptOf))).toEqual([]);
    expect(twice(items.filter(({ id }) => !repeats.includes(id)).map(requestOf))).toEqual([]);
    // A repeated request is the same as another one: that is what it is for.
    expect(twice(items.map(requestOf))).toHaveLength(repeats.length);
  });

  test('no clause is checked by two functions', async () => {
    const clauses = clausesOf(await open(file));
    expect(clauses.length).toBeGreaterThan(5);
    expect(twice(clauses)).toEqual([]);
  });
});

test('a schema that another one refers to, and an answer too, is compiled once', async () => {
  const answer = (name: string) => {
    const schema = { $ref: `#/components/schemas/${name}` };
    return { description: 'It.', content: { 'application/json': { schema } } };
  };
  const opened = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: { '/': { get: { responses: { 200: answer('All'), default: answer('One') } } } },
    components: {
      schemas: { All: { items: { $ref: '#/components/schemas/One' } }, One: { type: 'integer' } },
    },
  });
  expect(clausesOf(opened)).toEqual(['schemaPath:"/components/schemas/One/type"']);
});

/** Checks of which a clause has several: what a page says of itself, and each item beside the whole list. */
const several: Readonly<Record<string, number>> = { paging: 7, filter: 2, sort: 2 };

test('no outcome of a case is reported twice', async () => {
  const { cases, exitCode } = await simulateSuite(['us']);
  const reported = cases.flatMap(({ operationId, case: name, attempts, outcomes }) => {
    const texts = outcomes.map((outcome) => JSON.stringify([operationId, name, outcome]));
    // A list that is longer than a page is checked on each of its pages.
    const most = ({ check }: Outcome): number => attempts * (several[check] ?? 1);
    return outcomes.map((outcome, at) => ({ text: texts[at], most: most(outcome), texts }));
  });
  expect(exitCode).toBe(0);
  expect(reported.length).toBeGreaterThan(1000);
  const tooOften = reported.filter(
    ({ text, most, texts }) => texts.filter((one) => one === text).length > most,
  );
  expect(tooOften.map(({ text }) => text)).toEqual([]);
});

/** Of each function of the validators the clauses that it checks. */
function clausesOf({ spec, api }: Opened): string[] {
  const [, ...functions] = toSources(spec, api)
    .tablesOf(api.operations)
    .split(/^function (?=validate\d+\()/m);
  return functions.flatMap((body) => [...new Set(body.match(/schemaPath:"[^"]*"/g))]);
}

function requestOf({ request: { method, auth, header, url, body } }: PostmanItem): string {
  const query = url.query.toSorted((a, b) => (a.key + a.value < b.key + b.value ? -1 : 1));
  return JSON.stringify([method, auth, header, { ...url, query }, body], (key, value) =>
    key === 'description' ? undefined : value,
  );
}

function scriptOf({ event }: PostmanItem): string {
  return event.flatMap(({ listen, script }) => (listen === 'test' ? script.exec : [])).join('\n');
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) < index);
}
