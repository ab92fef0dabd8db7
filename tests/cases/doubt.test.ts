import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import type { Expectation, OperationTable } from '../../scripts/model/expectation.ts';
import { checkStatus } from '../../scripts/sandbox/status.ts';
import { toExpectation } from '../../scripts/suite/postman/contract-collection.ts';
import { openText } from '../fixtures/open.ts';

const responses = { 200: { description: 'It.' }, 404: { description: 'No.' }, 422: { description: 'No.' } };

/** What is expected of each case of an operation. */
async function expectationsOf(operation: object): Promise<Expectation[]> {
  const { api } = await openText({
    ...{ openapi: '3.1.0', info: { title: 'Lab', version: '1' }, servers: [{ url: 'https://a.example' }] },
    paths: { '/things': { post: { operationId: 'op', responses, ...operation } } },
  });
  const { cases } = toPlan(api);
  return cases.map((testCase) => toExpectation(testCase, cases));
}

const query = (schema: object, more: object = {}): object => ({
  parameters: [{ name: 'p', in: 'query', required: true, schema, ...more }],
});
const json = (content: object, more: object = {}): object => ({
  requestBody: { required: true, content: { 'application/json': content }, ...more },
});

test.each<[string, object, string]>([
  ['no value fits', query({ type: 'integer', minimum: 2, maximum: 1 }), 'p: no value was found that fits'],
  [
    'an example does not fit',
    query({ type: 'integer' }, { example: 'x' }),
    'p: its example does not match its schema (type',
  ],
  [
    'a body does not fit',
    json({ schema: { type: 'object' }, example: 1 }),
    'the body: its example does not match',
  ],
  [
    'a value that the schema states does not fit it',
    query({ type: 'integer', enum: [2, 'x'] }),
    'p: the value x does not match its own schema',
  ],
])('a refusal of a valid request proves nothing if %s', async (_, operation, reason) => {
  const expectations = await expectationsOf(operation);
  const doubted = expectations.filter(({ doubt }) => doubt !== undefined);
  expect(doubted.map(({ doubt }) => doubt?.reason)).toContainEqual(expect.stringContaining(reason));
  expect(doubted.map((one) => one.case).filter((id) => /^(success|optional)/.test(id))).toHaveLength(
    doubted.length,
  );
  for (const expectation of doubted) {
    expect(verdictOf('422', expectation)).toBe('inconclusive');
    expect(verdictOf('418', expectation)).toBe('inconclusive');
    expect(verdictOf('500', expectation)).toBe('failed');
    expect(verdictOf('200', expectation)).toBe('passed');
  }
});

test('a made-up value that the server does not know proves nothing, one that the spec states does', async () => {
  const [madeUp] = await expectationsOf(query({ type: 'string' }));
  expect(madeUp).toMatchObject({ case: 'success', invented: ['p'] });
  expect(['404', '422', '401', '418'].map((status) => verdictOf(status, madeUp))).toEqual([
    ...['inconclusive', 'inconclusive', 'failed', 'failed'],
  ]);
  for (const given of [{ enum: ['a'] }, { type: 'boolean' }, { type: 'string', example: 'a' }]) {
    const [stated] = await expectationsOf(query(given));
    expect(stated).not.toHaveProperty('invented');
    expect(verdictOf('404', stated)).toBe('failed');
  }
});

test('requests that are wrong on purpose are judged as before', async () => {
  const expectations = await expectationsOf({
    ...query({ type: 'integer', minimum: 2, maximum: 1 }),
    ...json({ schema: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } } }),
  });
  const wrong = expectations.filter(({ case: id }) => /^(missing|invalid|body|method)/.test(id));
  expect(wrong.length).toBeGreaterThan(3);
  expect(wrong.filter(({ doubt, invented }) => doubt !== undefined || invented !== undefined)).toEqual([]);
});

function verdictOf(status: string, expectation: Expectation | undefined): string | undefined {
  const table = { pointer: '', provenance: 'documented', contents: {}, headers: [] } as const;
  const documented = Object.hasOwn(responses, status) || status === '401' || status === '500';
  const operation = { pointer: '', responses: { 200: table } } as unknown as OperationTable;
  const response = {
    status,
    reason: '',
    body: { text: '', bytes: new Uint8Array(), parse: () => ({ value: 1 }) },
    header: () => undefined,
    lines: () => [],
  };
  if (expectation === undefined) return undefined;
  const [outcome] = checkStatus(
    { ...response, ...(documented && { documented: table }) },
    expectation,
    operation,
  );
  return outcome?.verdict;
}
