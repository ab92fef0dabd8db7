import { memberOf, toJson } from './numbers.ts';

/** An error of a compiled validator (ajv's ErrorObject without its message). */
export type SchemaError = {
  readonly instancePath: string;
  /** JSON pointer of the clause in the spec. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
};

export type Validator = {
  (value: unknown, place?: ValidatedPlace): boolean;
  errors?: readonly SchemaError[] | null;
};

/** Where a value is, as ajv passes it on. */
type ValidatedPlace = {
  readonly instancePath: '';
  readonly parentData: object;
  readonly parentDataProperty: number;
  readonly rootData: unknown;
};

type Wanted = (params: SchemaError['params']) => string;

const list = (value: unknown): string =>
  Array.isArray(value) ? value.map((item) => JSON.stringify(item)).join(', ') : '';
const bound: Wanted = ({ comparison, limit }) => `${comparison} ${limit}`;

/** If a discriminator names no branch, the values that would. */
function discriminated(discriminator: unknown): string | undefined {
  if (typeof discriminator !== 'object' || discriminator === null) return undefined;
  return `a property \`${Reflect.get(discriminator, 'property')}\` with one of ${list(Reflect.get(discriminator, 'values'))}`;
}

/** What each keyword of JSON Schema requires, as the end of "expected …". */
const wanted: Readonly<Record<string, Wanted>> = {
  type: ({ type }) => `type ${Array.isArray(type) ? type.join(' or ') : type}`,
  required: ({ missingProperty }) => `a property \`${missingProperty}\``,
  additionalProperties: ({ additionalProperty }) => `no property \`${additionalProperty}\``,
  unevaluatedProperties: ({ unevaluatedProperty }) => `no property \`${unevaluatedProperty}\``,
  dependentRequired: ({ missingProperty, property }) =>
    `a property \`${missingProperty}\` beside \`${property}\``,
  propertyNames: ({ propertyName }) => `another name than \`${propertyName}\``,
  enum: ({ allowedValues }) => `one of ${list(allowedValues)}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  pattern: ({ pattern }) => `a text that matches ${pattern}`,
  format: ({ format }) => `the format ${format}`,
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: ({ multipleOf }) => `a multiple of ${multipleOf}`,
  minLength: ({ limit }) => `at least ${limit} characters`,
  maxLength: ({ limit }) => `at most ${limit} characters`,
  minItems: ({ limit }) => `at least ${limit} items`,
  maxItems: ({ limit }) => `at most ${limit} items`,
  minProperties: ({ limit }) => `at least ${limit} properties`,
  maxProperties: ({ limit }) => `at most ${limit} properties`,
  uniqueItems: ({ i, j }) => `unique items, but ${j} and ${i} are the same`,
  contains: ({ minContains }) => `at least ${minContains} matching items`,
  anyOf: ({ discriminator }) => discriminated(discriminator) || 'at least one of the schemas to match',
  oneOf: ({ discriminator, passingSchemas }) =>
    discriminated(discriminator) ||
    `exactly one schema to match (${passingSchemas ? 'several do' : 'none does'})`,
  not: () => 'the schema not to match',
  if: ({ failingKeyword }) => `the \`${failingKeyword}\` branch to match`,
};

/** What the broken clause requires. */
export function expectedBy({ keyword, params }: SchemaError): string {
  const words = wanted[keyword];
  return words === undefined ? `\`${keyword}\` to hold` : words(params);
}

/** What the error found: the value as short JSON, or the names of the properties where it is about one. */
export function foundBy({ instancePath, keyword }: SchemaError, body: unknown): string {
  let found = body;
  for (const token of instancePath.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    found = typeof found === 'object' && found !== null ? memberOf(found, key) : undefined;
  }
  const about = keyword === 'required' || /Propert(y|ies)$/.test(keyword);
  const names = about && typeof found === 'object' && found !== null ? Object.keys(found) : undefined;
  const text = names === undefined ? (toJson(found) ?? 'nothing') : names.join(', ') || 'no properties';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
