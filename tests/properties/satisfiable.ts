import type { Ajv } from 'ajv';

/** Draws an integer from 0 up to, but not including, the number. */
export type Draw = (below: number) => number;

type Schema = Record<string, unknown> | boolean;

/** Builds random schemas around random values, so that each schema is known to accept a value. */
export class Satisfiable {
  readonly #draw: Draw;
  readonly #ajv: Ajv;
  readonly #formats = new Map<string, boolean>();

  /** @param ajv decides what a value matches */
  constructor(draw: Draw, ajv: Ajv) {
    this.#draw = draw;
    this.#ajv = ajv;
  }

  /** A schema that accepts the value. */
  schema(value: unknown, depth = 0): Schema {
    const plain = this.#typed(value, depth);
    if (depth > 3 || !this.#maybe(3)) return plain;
    return this.#composed(value, plain, depth + 1);
  }

  value(depth = 0): unknown {
    const kinds = depth > 2 ? 5 : 8;
    switch (this.#draw(kinds)) {
      case 0:
        return this.#pick([true, false, null]);
      case 1:
        return this.#draw(200) - 100;
      case 2:
        return this.#draw(2000) / 100;
      case 3:
        return this.#pick(texts);
      case 4:
        return this.#pick(texts).slice(0, this.#draw(5));
      case 5:
        return Array.from({ length: this.#draw(4) }, () => this.value(depth + 1));
      default: {
        const names = names_.filter(() => this.#maybe(2));
        return Object.fromEntries(names.map((name) => [name, this.value(depth + 1)]));
      }
    }
  }

  #pick<T>(all: readonly T[]): T {
    const one = all[this.#draw(all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  #maybe(times: number): boolean {
    return this.#draw(times) === 0;
  }

  #accepts(schema: Schema, value: unknown): boolean {
    return this.#ajv.validate(schema, value) === true;
  }

  /** Compiling a schema takes longer than anything else here, so simple ones are compared directly. */
  #holds(part: Record<string, unknown>, value: unknown): boolean {
    const { pattern, format, multipleOf } = part;
    if (typeof pattern === 'string') return new RegExp(pattern, 'u').test(String(value));
    if (typeof value === 'object' || typeof multipleOf === 'number') return this.#accepts(part, value);
    if (typeof format !== 'string') return true;
    const key = `${format} ${value}`;
    const known = this.#formats.get(key) ?? this.#accepts(part, value);
    this.#formats.set(key, known);
    return known;
  }

  /** The keywords of one type, each with a chance, and only those that accept the value. */
  #typed(value: unknown, depth: number): Record<string, unknown> {
    const parts = this.#keywords(value, depth).filter((part) => this.#maybe(2) && this.#holds(part, value));
    const type = this.#maybe(6) ? {} : { type: this.#types(value) };
    return Object.assign({}, type, ...parts);
  }

  #types(value: unknown): unknown {
    const names = this.#typesOf(value);
    return this.#maybe(5)
      ? [...new Set([...names, this.#pick(['null', 'boolean', 'string'])])]
      : this.#pick(names);
  }

  #typesOf(value: unknown): string[] {
    if (Number.isInteger(value)) return ['integer', 'number'];
    if (Array.isArray(value)) return ['array'];
    return [value === null ? 'null' : typeof value];
  }

  #keywords(value: unknown, depth: number): Record<string, unknown>[] {
    if (depth > 4) return [];
    if (typeof value === 'number') return this.#ofNumber(value);
    if (typeof value === 'string') return this.#ofText(value);
    if (Array.isArray(value)) return this.#ofArray(value, depth + 1);
    return typeof value === 'object' && value !== null ? this.#ofObject({ ...value }, depth + 1) : [];
  }

  #ofNumber(value: number): Record<string, unknown>[] {
    return [
      { minimum: value - this.#draw(10) },
      { maximum: value + this.#draw(10) },
      { exclusiveMinimum: value - 1 - this.#draw(3) / 2 },
      { exclusiveMaximum: value + 1 + this.#draw(3) / 2 },
      { multipleOf: this.#pick([1, 2, 3, 5, 0.5, 0.01, 0.1, 7]) },
      { format: this.#pick(['int32', 'int64', 'float', 'double']) },
    ];
  }

  #ofText(value: string): Record<string, unknown>[] {
    const length = [...value].length;
    return [
      { minLength: Math.max(0, length - this.#draw(3)) },
      { maxLength: length + this.#draw(3) },
      { pattern: this.#pick(patterns) },
      { pattern: this.#patternOf(value) },
      { format: this.#pick(formats) },
    ];
  }

  /** A pattern that names the class of each character. */
  #patternOf(value: string): string {
    const classes = [...value].map((character) => {
      const all = ['[a-z]', '[A-Z]', '\\d', '\\w', '[^a-z]', '.'].filter((one) =>
        new RegExp(one, 'u').test(character),
      );
      return this.#pick(all.length > 0 ? all : ['[^]']);
    });
    const short = classes.join('').replace(/(\\d)\1+/g, () => this.#pick(['\\d+', '\\d{1,40}', '\\d*']));
    return `${this.#pick(['^', ''])}${short}${this.#pick(['$', ''])}`;
  }

  #ofArray(value: readonly unknown[], depth: number): Record<string, unknown>[] {
    const [first = 'none'] = value;
    return [
      { minItems: Math.max(0, value.length - this.#draw(2)) },
      { maxItems: value.length + this.#draw(3) },
      { uniqueItems: true },
      { items: value.length > 0 ? this.schema(first, depth) : this.schema(this.value(2), depth) },
      { prefixItems: value.map((item) => this.schema(item, depth)), items: this.#pick([false, true, {}]) },
      { contains: this.schema(this.#pick([...value, first]), depth), minContains: 1 + this.#draw(2) },
      { contains: this.schema(first, depth), maxContains: 1 + this.#draw(2) },
    ];
  }

  #ofObject(value: Record<string, unknown>, depth: number): Record<string, unknown>[] {
    const names = Object.keys(value);
    const some = names.filter(() => !this.#maybe(4));
    const others = names_.filter((name) => !names.includes(name) && this.#maybe(3));
    const schemas = [
      ...some.map((name) => [name, this.schema(value[name], depth)]),
      ...others.map((name) => [name, this.schema(this.value(3), depth)]),
    ];
    const [one = 'a', other = 'b'] = names;
    return [
      { properties: Object.fromEntries(schemas), required: names.filter(() => this.#maybe(2)) },
      {
        properties: Object.fromEntries(schemas),
        additionalProperties: this.#pick([false, { type: 'string' }]),
      },
      { required: names },
      {
        minProperties: names.length,
        propertyNames: { pattern: this.#pick(['^[a-z]', '^.{1,9}$', 'e', '^x-|^[a-e]']) },
      },
      { maxProperties: names.length + this.#draw(2) },
      { patternProperties: { '^[a-c]': this.schema(value[one] ?? 1, depth) } },
      { dependentRequired: { [one]: [other], [this.#pick(names_)]: [one] } },
      { dependentSchemas: { [one]: { required: [other], minProperties: 1 } } },
      { properties: Object.fromEntries(schemas), unevaluatedProperties: false },
    ];
  }

  #composed(value: unknown, plain: Schema, depth: number): Schema {
    const more = (): Schema => this.schema(value, depth);
    const other = (): Schema => this.schema(this.value(2), depth);
    const kinds: (() => Schema)[] = [
      () => ({ allOf: [plain, more()] }),
      () => ({ anyOf: this.#shuffled([plain, other()]) }),
      () => ({ oneOf: this.#shuffled([plain, other()]) }),
      () => ({ allOf: [plain], oneOf: this.#shuffled([more(), other()]) }),
      () => ({ allOf: [plain, { not: other() }] }),
      () => ({ if: other(), else: plain }),
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      () => ({ allOf: [plain], if: more(), then: more(), else: other() }),
      () => ({ enum: this.#shuffled([value, this.value(2)]) }),
      () => ({ const: value }),
      () => ({ anyOf: [{ type: 'null' }, plain] }),
      () => ({ allOf: [plain, { anyOf: [more(), other()] }, { anyOf: [other(), more()] }] }),
    ];
    const schema = this.#pick(kinds)();
    return this.#accepts(schema, value) ? schema : plain;
  }

  #shuffled<T>([one, other]: [T, T]): T[] {
    return this.#maybe(2) ? [one, other] : [other, one];
  }
}

const names_ = ['a', 'b', 'code', 'date', 'x-one'] as const;

const texts = [
  ...['', 'a', 'string', 'ABC', 'a-b', 'A1', 'aA1!aA1!', '2026-01-12', '2026-01-12T00:00:00Z', '12:30:00Z'],
  ...['00000000-0000-4000-8000-000000000001', 'someone@example.com', 'https://example.com/a', '192.0.2.1'],
  ...['example.com', '12345', 'é', 'two words', 'x'.repeat(40), '/a/b', 'P1D', 'YWJj', '2001:db8::1'],
];

const formats = [
  ...['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'ipv4', 'ipv6', 'hostname', 'uri-reference'],
  ...['json-pointer', 'duration', 'byte', 'password', 'regex'],
];

const patterns = [
  ...[
    '^[a-z]+$',
    '^[A-Z]{3}$',
    '\\d',
    '^\\d{4}-\\d{2}-\\d{2}',
    '^(?=.*\\d)(?=.*[A-Z]).+$',
    '^(?!x)',
    '^[^-]*$',
  ],
  ...['^[a-z0-9]+(-[a-z0-9]+)*$', '^(ABC|DEF|a)', '^\\S+$', '[aeiou]', '^.{2,}$', '^$|^[a-z]'],
];
