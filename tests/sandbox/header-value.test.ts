import { expect, test } from 'vitest';
import type { HeaderTable } from '../../scripts/model/expectation.ts';
import { toHeaderForm } from '../../scripts/model/header-form.ts';
import { checkHeaders } from '../../scripts/sandbox/headers.ts';
import { headerReader } from '../../scripts/sandbox/response.ts';
import type { Validator } from '../../scripts/sandbox/schema-error.ts';
import { validatorsOf } from '../fixtures/validators.ts';

const numbers = { type: 'array', items: { type: 'integer' } };
const pair = {
  type: 'object',
  required: ['used', 'left'],
  properties: { used: { type: 'integer' }, left: { type: 'integer' } },
};
const mixed = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1 }, n: { type: 'number' } },
  additionalProperties: { type: 'boolean' },
};
const either = { type: ['array', 'null'], items: { type: 'string' } };
const names = { type: 'object', required: ['constructor'], properties: { constructor: { type: 'integer' } } };

type Row = readonly [
  schema: object,
  lines: readonly string[],
  valid: boolean,
  more?: Pick<HeaderTable, 'content'> & { readonly explode?: true },
];

const rows: readonly Row[] = [
  [{ type: 'integer' }, ['12'], true],
  [{ type: 'integer' }, ['1.5'], false],
  [{ type: 'integer' }, [''], false],
  [{ type: 'number' }, ['1e3'], true],
  [{ type: 'string' }, ['12'], true],
  [{ type: 'string', enum: ['1', '2'] }, ['1'], true],
  [{ enum: [1, 2] }, ['1'], true],
  [{ type: 'boolean' }, ['true'], true],
  [{ type: 'boolean' }, ['1'], false],
  [{ type: ['integer', 'null'] }, ['null'], true],
  [{ allOf: [{ type: 'integer' }, { minimum: 5 }] }, ['4'], false],
  [{ type: 'string', pattern: '^"[a-z]+"$' }, ['"abc"'], true],
  [{ type: 'string', maxLength: 3 }, ['a,b'], true],
  // Lists, and several lines
  [numbers, ['1, 2,3'], true],
  [numbers, ['1', '2, 3'], true],
  [numbers, ['1', 'x'], false],
  [numbers, [''], true],
  [{ ...numbers, minItems: 1 }, [''], false],
  [{ type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 }, ['"a, b", c'], true],
  [{ type: 'array', items: { type: 'string' }, maxItems: 2 }, ['a,b,c'], false],
  [{ type: 'array', items: { type: 'string', enum: ['1', 'x'] } }, ['1, x'], true],
  [{ type: 'integer' }, ['1', '2'], false],
  [either, ['a,b'], true],
  // Objects
  [pair, ['used,3,left,7'], true],
  [pair, ['used,3', 'left,7'], true],
  [pair, ['used,3,left'], false],
  [pair, ['used,3,left,x'], false],
  [pair, ['used=3,left=7'], false],
  [pair, ['used=3, left=7'], true, { explode: true }],
  [pair, ['used=3,left=x'], false, { explode: true }],
  [mixed, ['id=7,n=1,on=true'], true, { explode: true }],
  [mixed, ['id=a=b'], true, { explode: true }],
  [mixed, ['on=1'], false, { explode: true }],
  [names, ['constructor,1'], true],
  [names, ['x,1'], false],
  // By content
  [pair, ['{"used":1,"left":2}'], true, { content: 'json' }],
  [pair, ['{"used":1}'], false, { content: 'json' }],
  [pair, ['{"used":1'], false, { content: 'json' }],
  [{ type: 'string' }, ['12'], true, { content: 'text' }],
];

const cases = rows.map(([schema, lines, valid, more = {}]) => ({ schema, lines, valid, more }));

test.each(cases)('$schema of the lines $lines: $valid', async ({ schema, lines, valid, more }) => {
  const { explode = false, content } = more;
  const { Header } = await validatorsOf({ Header: schema });
  const header = {
    name: 'X-Header',
    pointer: '/h',
    required: true,
    provenance: 'documented',
    validator: 0,
  } as const;
  const [outcome] = checkLines(
    lines,
    { ...header, ...(content && { content }), form: toHeaderForm(schema, explode) },
    asValidator(Header),
  );
  expect(outcome?.verdict).toBe(valid ? 'passed' : 'failed');
});

test('each cookie is a line, and a documented one may have others beside it', async () => {
  const schema = { type: 'string', pattern: '^session=' };
  const { Header } = await validatorsOf({ Header: schema });
  const header = {
    name: 'Set-Cookie',
    pointer: '/h',
    required: true,
    provenance: 'documented',
    validator: 0,
    form: toHeaderForm(schema, false),
  } as const;
  const verdictOf = (lines: readonly string[]) => checkLines(lines, header, asValidator(Header))[0]?.verdict;
  expect(verdictOf(['a=1, b', 'session=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT'])).toBe('passed');
  expect(verdictOf(['a=1', 'b=2'])).toBe('failed');
});

test('what is neither JSON nor text is inconclusive', () => {
  const header = {
    name: 'X-Header',
    pointer: '/h',
    required: true,
    provenance: 'documented',
    validator: -1,
  } as const;
  const [outcome] = checkLines(['<a/>'], { ...header, content: 'other', form: { kinds: [] } }, undefined);
  expect(outcome).toMatchObject({
    verdict: 'inconclusive',
    message: expect.stringContaining('neither JSON nor text'),
  });
});

test('the same line of a header with one value counts once', () => {
  const type = { key: 'content-type', value: 'text/plain' };
  const { header } = headerReader(
    responseWith([type, type, { key: 'X-A', value: '1' }, { key: 'x-a', value: '1' }]),
  );
  expect([header('Content-Type'), header('X-A'), header('X-B')]).toEqual(['text/plain', '1, 1', undefined]);
});

function checkLines(lines: readonly string[], header: HeaderTable, validator: Validator | undefined) {
  const all = lines.map((value) => ({ key: header.name.toLowerCase(), value }));
  const documented = { pointer: '/r', provenance: 'documented', contents: {}, headers: [header] } as const;
  const body = { bytes: new Uint8Array(), text: '', parse: () => ({ error: 'it is empty' }) };
  const response = { status: '200', reason: '', body, documented, ...headerReader(responseWith(all)) };
  return checkHeaders(response, validator === undefined ? [] : [validator]);
}

function responseWith(all: readonly { key: string; value: string }[]) {
  return { status: '', responseTime: 0, text: () => '', headers: { get: () => undefined, all: () => all } };
}

/** A validator that reports the first error as its own. */
function asValidator(validate: ((json: string) => readonly object[]) | undefined): Validator {
  const validator: Validator = (value) => {
    const errors = validate?.(JSON.stringify(value)) ?? [];
    validator.errors = errors as NonNullable<Validator['errors']>;
    return errors.length === 0;
  };
  return validator;
}
