import { describe, expect, test } from 'vitest';
import type { Spec } from '../../../scripts/model/spec.ts';
import { valueAt } from '../../../scripts/openapi/load/dereference.ts';
import { cpuMs } from '../../fixtures/cpu.ts';
import { build, loadText, openText } from '../../fixtures/open.ts';

const names = [
  '$ref',
  'example',
  'examples',
  'nullable',
  'default',
  'enum',
  'const',
  'x-y',
  'properties',
  'paths',
];
const anywhere = '#/components/schemas/Id';

describe('the author may name a property as he likes', () => {
  test.each(['3.0.3', '3.1.0'].flatMap((version) => names.map((name) => [version, name] as const)))(
    '%s: a property named %s',
    async (version, name) => {
      const properties = { [name]: { $ref: anywhere } };
      const opened = await openText(describeSchema({ type: 'object', properties }, version));
      const { document, pointerOf } = opened.spec;
      const found = valueAt(document, `/components/schemas/Thing/properties/${name}`);
      expect(found).toEqual({ type: 'string', pattern: '^a' });
      expect(pointerOf(Object(found))).toBe('/components/schemas/Id');
      await build(opened);
    },
  );
});

test.each([
  ['const', { const: { $ref: 'x' } }],
  ['default', { default: { $ref: 'x' } }],
  ['x-anything', { 'x-anything': { nullable: true } }],
])('%s is data, whatever it looks like', async (key, schema) => {
  const { document } = await specOf(schema);
  const given: unknown = Reflect.get(schema, key);
  expect(valueAt(document, `/components/schemas/Thing/${key}`)).toEqual(given);
});

test.each([
  ['nothing beside it', { $ref: anywhere }, { type: 'string', pattern: '^a' }],
  ['words', { $ref: anywhere, description: 'Mine.' }, { description: 'Mine.' }],
  ['its own clause', { $ref: anywhere, pattern: '^b' }, { type: 'string', pattern: '^b' }],
  [
    'more properties',
    {
      $ref: '#/components/schemas/Base',
      required: ['b'],
      properties: { b: { type: 'null' } },
      allOf: [{ minProperties: 1 }],
    },
    {
      required: ['a', 'b'],
      properties: { a: { type: 'string' }, b: { type: 'null' } },
      allOf: [{ maxProperties: 9 }, { minProperties: 1 }],
    },
  ],
])('a reference with %s', async (_, schema, wanted) => {
  const Base = { required: ['a'], properties: { a: { type: 'string' } }, allOf: [{ maxProperties: 9 }] };
  const { spec } = await openText(describeSchema(schema, '3.1.0', { Base }));
  expect(valueAt(spec.document, '/components/schemas/Thing')).toMatchObject(wanted);
});

test('a schema that holds itself is one object', async () => {
  const { document } = await specOf({ properties: { child: { $ref: '#/components/schemas/Thing' } } });
  const thing = valueAt(document, '/components/schemas/Thing');
  expect(valueAt(document, '/components/schemas/Thing/properties/child')).toBe(thing);
});

test.each([
  [{ nullable: true, type: 'string' }, { type: ['string', 'null'] }],
  [{ nullable: false, type: 'string' }, { type: 'string' }],
  [
    { nullable: true, type: 'string', enum: ['a'] },
    { type: ['string', 'null'], enum: ['a'] },
  ],
  [{ nullable: true, allOf: [{}] }, { anyOf: [{ type: 'null' }, { allOf: [{}] }] }],
  [
    { nullable: true, type: 'object', oneOf: [{}] },
    { anyOf: [{ type: 'null' }, { type: 'object', oneOf: [{}] }] },
  ],
  [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [{ maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  [{ exclusiveMaximum: true }, {}],
  [
    { $ref: anywhere, pattern: '^b' },
    { type: 'string', pattern: '^a' },
  ],
])('OpenAPI 3.0 says %j, which is %j in 3.1', async (schema, wanted) => {
  const { document } = await specOf(schema, '3.0.3');
  expect(document.openapi).toBe('3.1.0');
  expect(valueAt(document, '/components/schemas/Thing')).toEqual(wanted);
});

test('parts in other files become part of the document', async () => {
  const { spec } = await loadText(JSON.stringify(describeSchema({ $ref: 'b.yaml#/Thing' })), {
    'b.yaml': 'Thing: { properties: { me: { $ref: "#/Thing" }, n: { $ref: c.json } } }',
    'c.json': '{ "type": "integer" }',
  });
  const thing = valueAt(spec?.document, '/paths/~1/get/responses/200/content/application~1json/schema');
  expect(valueAt(thing, '/properties/n')).toEqual({ type: 'integer' });
  expect(valueAt(thing, '/properties/me')).toBe(thing);
});

test('25 schemas, each of which names the next one twice, are loaded and generated in 3 s', async () => {
  const levels = Array.from({ length: 25 }, (_, level) => {
    const next = { $ref: `#/components/schemas/L${level + 1}` };
    return [`L${level}`, { type: 'object', required: ['a'], properties: { a: next, b: next } }] as const;
  });
  const description = describeSchema({ $ref: '#/components/schemas/L0' }, '3.1.0', {
    ...Object.fromEntries(levels),
    L25: { type: 'integer' },
  });
  const start = cpuMs();
  const { files } = await build(await openText(description));
  expect(cpuMs() - start).toBeLessThan(3000);
  expect(Math.max(...files.map(({ text }) => text.length))).toBeLessThan(200_000);
}, 60_000);

async function specOf(schema: object, version = '3.1.0'): Promise<Spec> {
  return (await openText(describeSchema(schema, version))).spec;
}

function describeSchema(schema: object, version = '3.1.0', schemas: object = {}): object {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  return {
    openapi: version,
    info: { title: 'Lab', version: '1' },
    paths: { '/': { get: { responses: { 200: { description: 'It.', content } } } } },
    components: { schemas: { Thing: schema, Id: { type: 'string', pattern: '^a' }, ...schemas } },
  };
}
