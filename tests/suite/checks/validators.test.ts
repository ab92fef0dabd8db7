import { beforeAll, expect, test } from 'vitest';
import { places, type Validate, validatorsOf } from '../../fixtures/validators.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const has = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

const secret = { type: 'string', writeOnly: true };
const kind = (name: string, more: object): object =>
  has({ kind: { const: name }, ...more }, { required: ['kind', ...Object.keys(more)] });
const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];
const named = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));

/** By the name of a schema: the schema, the values that it allows, and those that break it, with the broken clauses. */
const tables: Readonly<
  Record<
    string,
    Readonly<Record<string, readonly [object, readonly string[], Readonly<Record<string, string>>]>>
  >
> = {
  '3.1.0': {
    Cents: [
      { type: 'number', multipleOf: 0.01 },
      ['19.99', '0.07', '4.35', '1.15', '0.29', '-143.48', '2000000.13', '100', '0', '1e2', '1e300', '1.10'],
      { 19.995: 'multipleOf', '1e-3': 'multipleOf', 0.014: 'multipleOf', '-0.001': 'multipleOf' },
    ],
    Third: [
      { multipleOf: 0.3 },
      ['0.9', '3', '0.3', '900719925474099300'],
      { 1: 'multipleOf', '1e30': 'multipleOf' },
    ],
    Tiny: [{ multipleOf: 1e-9 }, ['1e-9', '0.123456789', '3e-9', '1e21'], { '1e-10': 'multipleOf' }],
    Large: [
      { items: { multipleOf: 3 } },
      ['[9007199254740993]', '[27021597764222979]'],
      { '[9007199254740994]': 'items/multipleOf' },
    ],
    Root: [
      { type: 'integer', multipleOf: 7, format: 'int64' },
      ['1568978866263951891', '63050394783187056', ' 1568978866263951891\n', '7'],
      { '1568978866263951892': 'multipleOf', '9223372036854775808': 'format multipleOf' },
    ],
    Big: [{ multipleOf: 1e22 }, ['1e22', '3e25', '0'], { '1e21': 'multipleOf' }],
    Int64: [
      { items: { format: 'int64' } },
      ['[9223372036854775807, -9223372036854775808, 1, 1.0, 9007199254740993]'],
      {
        '[9223372036854775808]': 'items/format',
        '[-9223372036854775809]': 'items/format',
        '[1.5]': 'items/format',
        '[1e19]': 'items/format',
      },
    ],
    Int32: [{ format: 'int32' }, ['2147483647', '-2147483648'], { '2147483648': 'format', 0.5: 'format' }],
    Unique: [
      { uniqueItems: true },
      [
        ...['[1379505554728411138,1379505554728411139]', '[{"a":9007199254740992},{"a":9007199254740993}]'],
        ...['[1,"1",true,null,[],{},"true"]', '[[1,2],[2,1]]', '[{"constructor":1},{}]'],
      ],
      {
        '[9007199254740993,1,9007199254740993]': 'uniqueItems',
        '[{"a":1,"b":[2]},{"b":[2.0],"a":1}]': 'uniqueItems',
        '[1,1.0]': 'uniqueItems',
        '["__proto__","__proto__"]': 'uniqueItems',
      },
    ],
    Names: [
      has(named),
      ['{}', '{"constructor":"x"}', '{"__proto__":"x"}'],
      {
        '{"constructor":1}': 'properties/constructor/type',
        '{"__proto__":1}': 'properties/__proto__/type',
        '{"hasOwnProperty":{}}': 'properties/hasOwnProperty/type',
      },
    ],
    AllNames: [
      has(named, { required: names, additionalProperties: false }),
      ['{"constructor":"","toString":"","hasOwnProperty":"","__proto__":""}'],
      {
        '{}': 'required',
        '{"constructor":"","toString":"","hasOwnProperty":"","__proto__":"","x":1}': 'additionalProperties',
      },
    ],
    ManyNames: [
      has(
        { ...named, ...Object.fromEntries('abcdefgh'.split('').map((name) => [name, true])) },
        { additionalProperties: false },
      ),
      ['{"__proto__":"","constructor":"","a":1}'],
      { '{"valueOf":1}': 'additionalProperties' },
    ],
    Sealed: [
      { allOf: [has({ toString: {}, ['__proto__']: {} })], unevaluatedProperties: false },
      ['{"toString":1}', '{"__proto__":1}'],
      { '{"constructor":1}': 'unevaluatedProperties' },
    ],
    Depends: [
      { dependentRequired: { toString: ['valueOf'] } },
      ['{}', '{"toString":1,"valueOf":1}'],
      { '{"toString":1}': 'dependentRequired' },
    ],
    // writeOnly
    Secret: [secret, ['""'], {}],
    Plain: [
      has({ a: secret, b: {} }, { required: ['a', 'b'] }),
      ['{"b":1}', '{"a":"","b":1}'],
      { '{}': 'required' },
    ],
    ByRef: [has({ a: ref('Secret') }, { required: ['a'] }), ['{}'], { '{"a":1}': 'Secret/type' }],
    ByAllOf: [has({ a: { allOf: [ref('Secret')] } }, { required: ['a'] }), ['{}'], {}],
    Apart: [
      { allOf: [has({ a: secret }), { required: ['a', 'b'] }] },
      ['{"b":1}'],
      { '{"a":""}': 'allOf/1/required' },
    ],
    Child: [
      { allOf: [ref('Plain'), { required: ['c'] }] },
      ['{"b":1,"c":1}'],
      { '{"c":1}': 'Plain/required' },
    ],
    Either: [
      { oneOf: [has({ a: secret }, { required: ['a'] }), has({ b: secret }, { required: ['b'] })] },
      ['{}', '{"a":""}'],
      {},
    ],
    InBranch: [
      { required: ['a', 'n'], anyOf: [has({ a: secret }), has({ a: { type: 'string', writeOnly: true } })] },
      ['{"n":1}'],
      { '{}': 'required' },
    ],
    Condition: [
      has({ a: secret }, { if: { required: ['a'] }, else: { required: ['b'] } }),
      ['{"a":""}', '{"b":1}'],
      { '{}': 'else/required if' },
    ],
    // Discriminators
    Cat: [kind('cat', { lives: { type: 'integer' } }), [], {}],
    Dog: [kind('dog', { bark: { type: 'string' } }), [], {}],
    Pet: [
      { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
      ['{"kind":"cat","lives":9}', '{"kind":"dog","bark":"x"}'],
      {
        '{"kind":"cat","lives":"nine"}': 'Cat/properties/lives/type',
        '{"kind":"cat","bark":"x"}': 'Cat/required',
        '{"kind":"bird"}': 'oneOf',
        '{"lives":9}': 'oneOf',
        '{"kind":7}': 'oneOf',
        '"cat"': 'oneOf',
        null: 'oneOf',
      },
    ],
    A: [has({ t: { type: 'string' }, n: { type: 'integer' } }), [], {}],
    B: [has({ t: { type: 'string' }, m: { type: 'integer' } }), [], {}],
    Mapped: [
      {
        oneOf: [ref('A'), ref('B')],
        discriminator: { propertyName: 't', mapping: { a: 'A', b: '#/components/schemas/B' } },
      },
      ['{"t":"a","n":1}', '{"t":"b"}', '{"t":"a","m":"x"}', '{"t":"B"}', '{"n":1}'],
      { '{"t":"a","n":"x"}': 'A/properties/n/type', '{"t":"c"}': 'oneOf', '{"n":"x","m":"x"}': 'oneOf' },
    ],
    Implicit: [
      { anyOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' } },
      ['{"t":"A","n":1}', '{"t":"B","n":"x"}', '{"t":"other","n":1}'],
      { '{"t":"A","n":"x"}': 'A/properties/n/type', '{"t":"other","n":"x","m":"x"}': 'anyOf' },
    ],
    Closed: [
      { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' }, unevaluatedProperties: false },
      ['{"t":"A","n":1}'],
      { '{"t":"A","m":1}': 'unevaluatedProperties' },
    ],
    // A discriminator in the parent
    Animal: [
      has(
        { type: { type: 'string' } },
        {
          required: ['type'],
          discriminator: { propertyName: 'type', mapping: { bird: '#/components/schemas/Bird' } },
        },
      ),
      [
        '{"type":"bird","wings":2}',
        '{"type":"stone"}',
        '{"type":"Fish","fins":1}',
        '{"type":"Eagle","wings":2,"eyes":2}',
      ],
      {
        '{"type":"bird","wings":"x"}': 'Bird/allOf/1/properties/wings/type',
        '{"type":"Fish","fins":"x"}': 'Fish/properties/fins/type',
        '{"type":"Eagle","wings":"x","eyes":"x"}':
          'Bird/allOf/1/properties/wings/type Eagle/properties/eyes/type',
        '{}': 'required',
        '{"type":1}': 'properties/type/type',
      },
    ],
    Bird: [
      { allOf: [ref('Animal'), has({ wings: { type: 'integer' } })] },
      ['{"type":"bird"}'],
      { '{}': 'Animal/required' },
    ],
    Fish: [
      has({ fins: { type: 'integer' } }, { allOf: [ref('Animal')] }),
      ['{"type":"x"}'],
      { '{}': 'Animal/required' },
    ],
    Eagle: [has({ eyes: { type: 'integer' } }, { allOf: [ref('Bird')] }), [], {}],
    Zoo: [
      { items: ref('Animal') },
      ['[]'],
      { '[{"type":"bird","wings":"x"}]': 'Bird/allOf/1/properties/wings/type' },
    ],
    TypeOnly: [
      { items: { $ref: '#/components/schemas/Animal/properties/type' } },
      ['["x"]'],
      { '[1]': 'Animal/properties/type/type' },
    ],
  },
  '3.0.3': {
    Foo: [has({ a: { type: 'string' } }), ['{}'], { null: 'type' }],
    Typed: [
      { type: 'object', nullable: true, allOf: [ref('Foo')] },
      ['null', '{}'],
      { '{"a":1}': 'anyOf anyOf/0/type Foo/properties/a/type', 1: 'any' },
    ],
    Bare: [{ nullable: true, allOf: [ref('Foo')] }, ['null', '{}'], { 1: 'any' }],
    OneOf: [{ nullable: true, oneOf: [ref('Foo'), { type: 'string' }] }, ['null', '""'], { 1: 'any' }],
    TypedOneOf: [{ type: 'object', nullable: true, oneOf: [ref('Foo')] }, ['null', '{}'], { 1: 'any' }],
    AnyOf: [{ type: 'object', nullable: true, anyOf: [ref('Foo')] }, ['null', '{}'], { 1: 'any' }],
    Null: [{ type: 'string', nullable: true, enum: ['a', null] }, ['null', '"a"'], { '"b"': 'enum' }],
    // "nullable" adds a type, not a value (3.0.3, section 4.7.24.1)
    Enum: [{ type: 'string', nullable: true, enum: ['a'] }, ['"a"'], { null: 'enum' }],
    Sibling: [{ items: { ...ref('Foo'), nullable: true } }, ['[{}]'], { '[null]': 'Foo/type' }],
    Not: [{ type: 'string', nullable: true }, ['null', '""'], { 1: 'type' }],
    Chosen: [
      { nullable: true, oneOf: [ref('X'), ref('Y')], discriminator: { propertyName: 'k' } },
      ['null', '{"k":"X","n":1}'],
      { '{"k":"Y","n":"x"}': 'any' },
    ],
    X: [has({ k: { type: 'string' } }), [], {}],
    Y: [has({ k: { type: 'string' }, n: { type: 'integer' } }), [], {}],
    Free: [
      has({ a: { type: 'string', writeOnly: true }, b: {} }, { required: ['a', 'b'] }),
      ['{"b":1}'],
      { '{}': 'required' },
    ],
    NullSecret: [has({ a: { nullable: true, allOf: [ref('Hidden')] } }, { required: ['a'] }), ['{}'], {}],
    Hidden: [{ type: 'string', writeOnly: true }, [], {}],
  },
};

const compiled: Record<string, Record<string, Validate>> = {};

beforeAll(async () => {
  for (const [version, table] of Object.entries(tables)) {
    const schemas = Object.entries(table).map(([name, [schema]]) => [name, schema] as const);
    compiled[version] = await validatorsOf(Object.fromEntries(schemas), version);
  }
});

const rows = Object.entries(tables).flatMap(([version, table]) =>
  Object.entries(table).flatMap(([name, [, valid, invalid]]) => [
    ...valid.map((json) => ({ version, name, json, wanted: [] as string[] })),
    ...Object.entries(invalid).map(([json, clauses]) => ({
      version,
      name,
      json,
      wanted: clauses.split(' '),
    })),
  ]),
);

test.each(rows)('$version, $name: $json breaks $wanted', ({ version, name, json, wanted }) => {
  const found = places(compiled[version]?.[name]?.(json) ?? []);
  if (wanted[0] === 'any') expect(found).not.toEqual([]);
  else
    expect(found).toEqual(
      wanted.map((clause) => (/^[A-Z]/.test(clause) ? clause : `${name}/${clause}`)).sort(),
    );
});
