import fc from 'fast-check';

/** A schema of JSON Schema 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

const leaf: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 3, max: 9 }) }),
  fc.record({ type: fc.constant('string'), pattern: fc.constantFrom('^a/b', '[0-9]+/', 'x*') }),
  fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ type: fc.constant('number'), maximum: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ type: fc.constant('integer'), multipleOf: fc.constantFrom(2, 5) }),
  fc.record({
    type: fc.constant('string'),
    enum: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  }),
  fc.constant({ type: 'string', enum: ['a'] }),
  fc.constant({ type: 'string', contentEncoding: 'base64' }),
  fc.constant({ type: ['string', 'null'], maxLength: 4 }),
  fc.constant({ type: ['integer', 'string'] }),
  fc.constant({ type: 'boolean' }),
);

/** Schemas of all kinds, three levels deep. */
export const schemas: fc.Arbitrary<Schema> = fc.letrec<{ any: Schema }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    leaf,
    fc.record({ type: fc.constant('array'), items: tie('any'), maxItems: fc.integer({ min: 2, max: 5 }) }),
    fc.record({ type: fc.constant('array'), contains: tie('any') }),
    fc.record({
      type: fc.constant('object'),
      required: fc.subarray(['a', 'b']),
      properties: fc.record({ a: tie('any'), b: tie('any') }),
    }),
    fc.record({
      type: fc.constant('object'),
      properties: fc.record({ a: tie('any') }),
      additionalProperties: fc.constant(false),
    }),
    fc.record({ type: fc.constant('object'), patternProperties: fc.record({ '^x/': tie('any') }) }),
    fc.record({ not: tie('any') }),
    tie('any').map((one) =>
      JSON.stringify(one).includes('null') ? one : { anyOf: [{ type: 'null' }, one] },
    ),
  ),
})).any;

/** Another form of a schema; nothing where it does not apply. */
type Change = (schema: Schema) => Schema | undefined;

const without = (schema: Schema, ...keys: readonly string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));

const isString = ({ type }: Schema): boolean => type === 'string';

/** Spellings with the same meaning, by what they change. */
export const respellings: Readonly<Record<string, Change>> = {
  constant: (s) => (Array.isArray(s.enum) && s.enum.length === 1 ? { const: s.enum[0] } : undefined),
  constants: (s) =>
    Array.isArray(s.enum) && s.enum.length > 1
      ? { oneOf: s.enum.map((one) => ({ const: one, title: 'One' })).toReversed() }
      : undefined,
  listOfOneType: (s) => (typeof s.type === 'string' ? { ...s, type: [s.type] } : undefined),
  otherOrder: (s) => (Array.isArray(s.type) ? { ...s, type: s.type.toReversed() } : undefined),
  typesAsBranches: (s) =>
    Array.isArray(s.type) && Object.keys(s).length === 1
      ? { anyOf: s.type.map((type) => ({ type })) }
      : undefined,
  nullAsBranch: (s) =>
    String(s.type) === 'string,null' ? { anyOf: [{ ...s, type: 'string' }, { type: 'null' }] } : undefined,
  nullAsValue: (s) =>
    String(s.type) === 'string,null' ? { oneOf: [{ enum: [null] }, { ...s, type: 'string' }] } : undefined,
  wholeNumber: (s) =>
    s.type === 'integer' && !s.multipleOf ? { ...s, type: 'number', multipleOf: 1 } : undefined,
  multiples: (s) => (s.type === 'integer' && s.multipleOf ? { ...s, type: 'number' } : undefined),
  fraction: (s) => (s.type === 'integer' && !s.multipleOf ? { ...s, multipleOf: 0.1 } : undefined),
  excluded: (s) =>
    s.type === 'integer' && typeof s.minimum === 'number'
      ? { ...without(s, 'minimum'), exclusiveMinimum: s.minimum - 1 }
      : undefined,
  escapedSlash: (s) =>
    typeof s.pattern === 'string' ? { ...s, pattern: s.pattern.replaceAll('/', '\\/') } : undefined,
  digits: (s) =>
    typeof s.pattern === 'string' ? { ...s, pattern: s.pattern.replaceAll('[0-9]', '\\d') } : undefined,
  escapedName: (s) => {
    const all = Object.entries(Object(s.patternProperties));
    if (all.length === 0) return undefined;
    return {
      ...s,
      patternProperties: Object.fromEntries(all.map(([name, one]) => [name.replace(/\\?\//, '\\/'), one])),
    };
  },
  bytes: (s) => (s.contentEncoding ? { ...without(s, 'contentEncoding'), format: 'byte' } : undefined),
  wrapped: (s) => ({ allOf: [s], description: 'Text.' }),
  onlyBranch: (s) => ({ oneOf: [s] }),
  example: (s) => ({ ...s, examples: [1], title: 'Text' }),
  emptyPattern: (s) => (isString(s) && !s.pattern ? { ...s, pattern: '' } : undefined),
  leastLength: (s) => (isString(s) ? { minLength: 0, ...s } : undefined),
  leastItems: (s) => (s.type === 'array' ? { minItems: 0, uniqueItems: false, ...s } : undefined),
  leastOfOne: (s) => (s.contains ? { minContains: 1, ...s } : undefined),
  countOfNothing: (s) => (s.contains ? undefined : { ...s, minContains: 2, maxContains: 3 }),
  noCondition: (s) => ({ ...s, [['th', 'en'].join('')]: { maxLength: 0 } }),
  open: (s) =>
    s.properties && s.additionalProperties === undefined ? { ...s, additionalProperties: true } : undefined,
  noneRequired: (s) => (s.properties && !s.required ? { ...s, required: [], propertyNames: {} } : undefined),
};

/** Changes that exclude values which were allowed, whatever the schemas that they are made in. */
export const narrowings: Readonly<Record<string, Change>> = {
  shorter: (s) => (typeof s.maxLength === 'number' ? { ...s, maxLength: s.maxLength - 1 } : undefined),
  longer: (s) => (isString(s) && !s.enum ? { ...s, minLength: 2 } : undefined),
  higher: (s) => (typeof s.minimum === 'number' ? { ...s, minimum: s.minimum + 1 } : undefined),
  excludedLimit: (s) =>
    typeof s.maximum === 'number' ? { ...without(s, 'maximum'), exclusiveMaximum: s.maximum } : undefined,
  whole: (s) => (s.type === 'number' ? { ...s, type: 'integer' } : undefined),
  wholeByMultiple: (s) => (s.type === 'number' ? { ...s, multipleOf: 1 } : undefined),
  rarer: (s) => (typeof s.multipleOf === 'number' ? { ...s, multipleOf: s.multipleOf * 3 } : undefined),
  fewerValues: (s) =>
    Array.isArray(s.enum) && s.enum.length > 1 ? { ...s, enum: s.enum.slice(1) } : undefined,
  fewerTypes: (s) => (Array.isArray(s.type) ? { ...s, type: s.type[0] } : undefined),
  otherPattern: (s) => (isString(s) && !s.pattern && !s.enum ? { ...s, pattern: '^q' } : undefined),
  fewerItems: (s) => (typeof s.maxItems === 'number' ? { ...s, maxItems: s.maxItems - 1 } : undefined),
  differentItems: (s) => (s.type === 'array' ? { ...s, uniqueItems: true } : undefined),
  moreOfThem: (s) => (s.contains ? { ...s, minContains: 2 } : undefined),
  fewerOfThem: (s) => (s.contains ? { ...s, maxContains: 1 } : undefined),
  moreRequired: (s) => (s.properties && !s.required ? { ...s, required: ['a'] } : undefined),
  closed: (s) =>
    s.properties && s.additionalProperties === undefined ? { ...s, additionalProperties: false } : undefined,
  morePatterns: (s) =>
    s.patternProperties
      ? { ...s, patternProperties: { ...Object(s.patternProperties), '^y': { type: 'null' } } }
      : undefined,
  notNull: (s) => {
    const last = Array.isArray(s.anyOf) ? s.anyOf.at(-1) : undefined;
    return typeof last?.type === 'string' ? last : undefined;
  },
};

/** The subschemas at which a change may be made; inside of `not`, less is more. */
const inner = ['items', 'properties', 'patternProperties', 'anyOf', 'contains', 'additionalProperties'];

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema in which each part may be changed, parts first: `pick` says which change comes next. */
export function changeEverywhere(
  schema: Schema,
  pick: (fits: readonly Change[]) => Change | undefined,
): Schema {
  const copy: Record<string, unknown> = { ...schema };
  for (const key of [...inner, 'not']) {
    const value = schema[key];
    if (Array.isArray(value)) copy[key] = value.map((one) => changeEverywhere(one, pick));
    else if (!isSchema(value)) continue;
    else if (key === 'properties' || key === 'patternProperties') {
      const all = Object.entries(value).map(([name, one]) => [
        name,
        isSchema(one) ? changeEverywhere(one, pick) : one,
      ]);
      copy[key] = Object.fromEntries(all);
    } else copy[key] = changeEverywhere(value, pick);
  }
  const fits = Object.values(respellings).filter((change) => change(copy) !== undefined);
  return pick(fits)?.(copy) ?? copy;
}

/** All schemas that have one narrowing in one place that every value must pass. */
export function narrowed(schema: Schema): { readonly id: string; readonly schema: Schema }[] {
  const own = Object.entries(narrowings).flatMap(([id, change]) => {
    const changed = change(schema);
    return changed === undefined ? [] : [{ id, schema: changed }];
  });
  const { items, properties } = schema;
  const below = isSchema(items)
    ? narrowed(items).map((one) => ({ ...one, schema: { ...schema, items: one.schema } }))
    : [];
  const named = Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, one]) =>
    isSchema(one) && isSchema(properties)
      ? narrowed(one).map((change) => ({
          ...change,
          schema: { ...schema, properties: { ...properties, [name]: change.schema } },
        }))
      : [],
  );
  return [...own, ...below, ...named];
}
