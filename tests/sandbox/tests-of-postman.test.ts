import { beforeAll, expect, test } from 'vitest';
import { type Given, type Judged, json, jsonResponse, judge } from './lab.ts';

const open = jsonResponse({ required: ['a'] });
const drifting = jsonResponse({ properties: { a: { type: 'integer', 'x-provenance': 'observed' } } });
const many = jsonResponse({ required: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
const limited = { ...open, 429: { description: 'Too many.' } };

const status = 'the status is the documented one';
const rest = ['passed the media type is documented', 'passed the body is strict JSON'];
const schema = 'the body matches its schema';
const known = 'passed the body has no undocumented property';
const quiet = 'passed the response reveals no internals of the server';

/** What a person sees in Postman, and what makes plain newman fail. */
const table: readonly (readonly [string, Given, readonly string[]])[] = [
  ['kept', given(open, 200, '{"a": 1}'), [`passed ${status}`, ...rest, `passed ${schema}`]],
  ['broken', given(open, 200, '{}'), [`passed ${status}`, ...rest, `failed ${schema}`]],
  [
    'drift',
    given(drifting, 200, '{"a": "x", "b": 1}'),
    [`passed ${status}`, ...rest, `passed ${schema}`, known],
  ],
  [
    'an open question',
    { responses: limited, wanted: '200', reply: { status: 429 } },
    [quiet, quiet, `failed ${status}`],
  ],
  ['seven breaks', given(many, 200, '{}'), [`passed ${status}`, ...rest, `failed ${schema}`]],
];

let judged: readonly Judged[] = [];

beforeAll(async () => {
  judged = await judge(table.map(([, row]) => row));
});

test.each(table.map(([name, , wanted], index) => ({ name, wanted, index })))(
  '$name: $wanted',
  ({ wanted, index }) => {
    expect(judged[index]?.tests).toEqual([...wanted, quiet]);
  },
);

test('drift is told, and that a request is sent again', () => {
  const told = judged.map(({ console }) => console.map((line) => line.replace(/\/paths.*\/schema/, '')));
  expect(told).toEqual([
    [],
    [],
    [
      'drift: /a: expected type integer, found "x" [/properties/a/type]',
      'drift: /b: a property that is not described, found 1 [/paths/~12/get/responses/200]',
    ],
    ['status 429: sent again', 'status 429: sent again'],
    [],
  ]);
});

function given(responses: object, code: number, body: string): Given {
  return { responses, reply: { status: code, headers: json, body } };
}
