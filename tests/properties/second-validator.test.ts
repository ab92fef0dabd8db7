import { registerSchema, type SchemaObject, validate } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/openapi-3-0';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeep } from '../fixtures/sample.ts';
import { validatorsOf } from '../fixtures/validators.ts';

const seed = Number(process.env['SEED'] ?? 19);

/** Schemas, each tried with some instances. */
const schemaCount = isDeep ? 1000 : 60;

type Version = '3.1.0' | '3.0.3';

const dialect30 = 'https://spec.openapis.org/oas/3.0/schema';

/** Gives the other validator all schemas. It takes those of 3.0 from a whole spec. Returns the URI of each. */
function register(version: Version, schemas: Readonly<Record<string, object>>): (name: string) => string {
  const base = `https://lab.example/${version}`;
  if (version === '3.0.3') {
    const info = { title: 'Schemas', version: '1' };
    registerSchema(asJson({ openapi: version, info, paths: {}, components: { schemas } }), base, dialect30);
    return (name) => `${base}#/components/schemas/${name}`;
  }
  for (const [name, schema] of Object.entries(schemas))
    registerSchema(asJson(schema), `${base}/${name}`, 'https://json-schema.org/draft/2020-12/schema');
  return (name) => `${base}/${name}`;
}

function asJson(value: object): SchemaObject {
  return JSON.parse(JSON.stringify(value));
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const names = fc.constantFrom('a', 'b', 'constructor', 'toString', 'x-y');
const scalar = fc.constantFrom<Json>(
  null,
  true,
  false,
  0,
  1,
  -1,
  2.5,
  0.3,
  19.99,
  100,
  '',
  'a',
  'ab',
  'é',
  '1',
);

/** Values of the few kinds that the schemas below are about, so that about half of them are valid. */
const instances = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  ),
})).value;

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object'] as const;
const count = fc.integer({ min: 0, max: 3 });
const bound = fc.constantFrom(-1, 0, 1, 2.5, 100);

/** Keywords of both dialects. */
const shared = (schema: fc.Arbitrary<object>): Record<string, fc.Arbitrary<unknown>> => ({
  enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
  minimum: bound,
  maximum: bound,
  multipleOf: fc.constantFrom(0.01, 0.1, 2, 2.5),
  minLength: count,
  maxLength: count,
  pattern: fc.constantFrom('^a', 'b$', '^.$'),
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
  items: schema,
  minProperties: count,
  maxProperties: count,
  required: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
  properties: fc.dictionary(names, schema, { maxKeys: 3 }),
  additionalProperties: fc.oneof(fc.boolean(), schema),
  allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  oneOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  not: schema,
});

const newer = (schema: fc.Arbitrary<object>): Record<string, fc.Arbitrary<unknown>> => ({
  type: fc.uniqueArray(fc.constantFrom(...types, 'null'), { minLength: 1, maxLength: 3 }),
  const: scalar,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
  contains: schema,
  minContains: count,
  maxContains: count,
  unevaluatedItems: fc.boolean(),
  patternProperties: fc.dictionary(fc.constantFrom('^x-', 'o'), schema, { minKeys: 1, maxKeys: 2 }),
  propertyNames: fc.constantFrom({ maxLength: 1 }, { pattern: 'o' }),
  dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), { maxKeys: 2 }),
  dependentSchemas: fc.dictionary(names, schema, { maxKeys: 1 }),
  unevaluatedProperties: fc.boolean(),
  if: schema,
  else: schema,
});

/** `nullable` is beside a type, as 3.0.3 says (section 4.7.24.1). */
const older: Record<string, fc.Arbitrary<unknown>> = {
  type: fc.constantFrom(...types),
  exclusiveMinimum: fc.boolean(),
  exclusiveMaximum: fc.boolean(),
};

function schemas(version: Version): fc.Arbitrary<object> {
  return fc.letrec<{ schema: object }>((tie) => {
    const own = version === '3.0.3' ? older : newer(tie('schema'));
    const keywords = { ...shared(tie('schema')), ...own };
    const some = fc.subarray(Object.keys(keywords), { minLength: 1, maxLength: 4 });
    const choose = some.chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((key) => [key, keywords[key] ?? fc.constant(true)]))),
    );
    const leaf = fc
      .constantFrom(...types)
      .map((type) => (version === '3.0.3' ? { type, nullable: true } : { type: [type, 'null'] }));
    return { schema: fc.oneof({ maxDepth: 3 }, leaf, choose) };
  }).schema;
}

test.each<Version>(['3.1.0', '3.0.3'])(
  `two validators agree: schemas of OpenAPI %s, seed ${seed}`,
  async (version) => {
    const all = fc.sample(schemas(version), { numRuns: schemaCount, seed });
    const values = fc.sample(instances, { numRuns: 40, seed });
    const named = all.map(
      (schema, index) => [`S${index}`, version === '3.0.3' ? withItems(schema) : schema] as const,
    );
    const ours = await validatorsOf(Object.fromEntries(named), version);
    const uriOf = register(version, Object.fromEntries(named));
    const differences: object[] = [];
    let valid = 0;
    for (const [name, schema] of named) {
      const theirs = await validate(uriOf(name));
      for (const value of values) {
        const [own, other] = [ours[name]?.(JSON.stringify(value)).length === 0, theirs(value).valid];
        if (own) valid += 1;
        if (own !== other)
          differences.push({ schema: JSON.stringify(schema), value: JSON.stringify(value), own, other });
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
    expect(valid).toBeGreaterThan(schemaCount);
    expect(valid).toBeLessThan(schemaCount * values.length - schemaCount);
  },
  600_000,
);

/** In 3.0 an array must have `items`. */
function withItems(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(withItems);
  if (typeof schema !== 'object' || schema === null) return schema as object;
  const entries = Object.entries(schema).map(
    ([key, value]) => [key, key === 'enum' ? value : withItems(value)] as const,
  );
  const isArray = 'type' in schema && schema.type === 'array' && !('items' in schema);
  return Object.fromEntries([...entries, ...(isArray ? [['items', {}] as const] : [])]);
}
