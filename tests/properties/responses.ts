import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';

/** A documented part of a response, what is sent for it, and the same with one mistake. Written without the reader. */
type Part<T> = { readonly documented: object; readonly right: T; readonly wrong: T };

/** A response as a server writes it, and the same with one mistake, which breaks clauses of the check. */
export type WrittenResponse = {
  readonly documented: object;
  readonly right: Written;
  readonly wrong: Written;
  readonly check: 'schema' | 'headers' | 'media-type';
};

export type Written = {
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
};

export type Version = '3.0.3' | '3.1.0';

const names = [
  'a',
  'x y',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
  '$ref',
  'type',
  'é',
  'a/b~c',
];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    'a,b',
    '1',
    'true',
    'null',
    '"',
    '\\',
    '%2C',
    '{{token}}',
    '9007199254740993',
    '🦦'.repeat(50),
  ),
);
const quote = (text: string): string => JSON.stringify(text);

/** A JSON text of a value that its schema allows. */
type JsonPart = Part<string>;

const one = <K extends string>(documented: object, right: string, wrong: K): JsonPart => ({
  documented,
  right,
  wrong,
});

const scalars = (version: Version): fc.Arbitrary<JsonPart> =>
  fc.oneof(
    fc.integer().map((n) => one({ type: 'integer' }, String(n), `${n}.5`)),
    fc.integer({ min: -2_000_000_00, max: 2_000_000_00 }).map((cents) => {
      const digits = (cents / 100).toFixed(2);
      return one({ type: 'number', multipleOf: 0.01 }, digits, `${digits}1`);
    }),
    fc
      .bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n })
      .map((n) => one({ type: 'integer', format: 'int64' }, String(n), String(n + 2n ** 63n))),
    fc
      .bigInt({ min: 2n ** 53n, max: 2n ** 60n })
      .map((n) => one({ type: 'integer', multipleOf: 7 }, String(n * 7n), String(n * 7n + 1n))),
    texts.map((text) => one({ type: 'string', enum: [text, `${text}!`] }, quote(text), quote(`${text}?`))),
    texts.map((text) =>
      one(
        { type: 'string', minLength: [...text].length, maxLength: [...text].length },
        quote(text),
        quote(`${text}x`),
      ),
    ),
    fc.boolean().map((value) => one({ type: 'boolean' }, String(value), quote(String(value)))),
    fc
      .constantFrom('root@localhost', 'a.b+c@example.com')
      .map((text) => one({ type: 'string', format: 'email' }, quote(text), quote(`${text} x`))),
    fc
      .constantFrom('2026-01-15T07:40:33.5Z', '1990-12-31T23:59:60Z')
      .map((text) => one({ type: 'string', format: 'date-time' }, quote(text), quote(text.slice(0, -1)))),
    texts.map((text) =>
      one(
        { ...(version === '3.0.3' ? { type: 'string', nullable: true } : { type: ['string', 'null'] }) },
        text === '' ? 'null' : quote(text),
        '0',
      ),
    ),
  );

const values = (version: Version): fc.Arbitrary<JsonPart> =>
  fc.letrec<{ value: JsonPart }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalars(version),
      fc.array(scalars(version), { minLength: 1, maxLength: 1 }).chain(([item]) => fc.constant(listOf(item))),
      fc
        .uniqueArray(fc.bigInt({ min: 2n ** 53n, max: 2n ** 53n + 40n }), { minLength: 1, maxLength: 6 })
        .map(uniqueOf),
      fc
        .tuple(
          fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
          fc.array(tie('value'), { minLength: 4, maxLength: 4 }),
          fc.nat(),
        )
        .map(([keys, parts, choice]) => objectOf(keys, parts, choice)),
      fc
        .tuple(tie('value'), tie('value'), fc.constantFrom('oneOf', 'anyOf'))
        .map(([first, second, keyword]) => choiceOf(first, second, keyword)),
      tie('value').map(({ documented, right, wrong }) => one({ allOf: [documented] }, right, wrong)),
    ),
  })).value;

function listOf(item: JsonPart | undefined): JsonPart {
  if (item === undefined) throw new Error('no item');
  return one(
    { type: 'array', items: item.documented, minItems: 1 },
    ` [${item.right}, ${item.right} ] `,
    `[${item.right},${item.wrong}]`,
  );
}

function uniqueOf(numbers: readonly bigint[]): JsonPart {
  return one(
    { type: 'array', uniqueItems: true },
    `[${numbers.join()}]`,
    `[${[...numbers, numbers[0]].join()}]`,
  );
}

/** Some properties are required, one of them only in requests; the last one is left out. */
function objectOf(keys: readonly string[], parts: readonly JsonPart[], choice: number): JsonPart {
  const schemas = keys.map((key, index) => [key, parts[index]?.documented ?? {}] as const);
  const secret = ['secret', { type: 'string', writeOnly: true }] as const;
  const documented = {
    type: 'object',
    required: [...keys, 'secret'],
    properties: Object.fromEntries([...schemas, secret, ['optional', { type: 'integer' }]]),
    additionalProperties: false,
  };
  const write = (members: readonly (readonly [string, string])[]): string =>
    `{${members.map(([key, value]) => `${quote(key)}:${value}`).join(',\n')}}`;
  const right = keys.map((key, index) => [key, parts[index]?.right ?? 'null'] as const);
  const mistakes = [
    right.slice(1),
    [...right, ['valueOf', '1'] as const],
    right.map(([key, value], index) => [key, index === 0 ? (parts[0]?.wrong ?? '') : value] as const),
    [...right, ['optional', '"x"'] as const],
  ];
  return one(documented, write(right), write(mistakes[choice % mistakes.length] ?? []));
}

/** Both branches allow the same texts, except for what the discriminator says. */
function choiceOf(first: JsonPart, second: JsonPart, keyword: string): JsonPart {
  const branch = (kind: string, part: JsonPart): object => ({
    type: 'object',
    required: ['kind', 'value'],
    properties: { kind: { type: 'string', enum: [kind] }, value: part.documented },
  });
  const documented = {
    [keyword]: [branch('first', first), branch('second', second)],
    discriminator: { propertyName: 'kind' },
  };
  const write = (kind: string, value: string): string => `{"value":${value},"kind":"${kind}"}`;
  return one(documented, write('second', second.right), write('first', first.wrong));
}

type HeaderPart = Part<readonly string[]>;

const words = fc.constantFrom('a', 'b-c', 'x=y', '100%', '"q, r"', 'W/"tag"', '7');

const headersOf = (version: Version): fc.Arbitrary<HeaderPart> =>
  fc.oneof(
    fc
      .integer()
      .map((n) => ({ documented: { schema: { type: 'integer' } }, right: [String(n)], wrong: [`${n}x`] })),
    fc.boolean().map((value) => ({
      documented: { schema: { type: 'boolean' } },
      right: [String(value)],
      wrong: ['yes'],
    })),
    words.map((word) => ({
      documented: { schema: { type: 'string', enum: [word] } },
      right: [word],
      wrong: [`${word}!`],
    })),
    fc.tuple(fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), fc.boolean()).map(([list, isApart]) => ({
      documented: { schema: { type: 'array', items: { type: 'integer' } } },
      right: isApart ? list.map(String) : [list.join(', ')],
      wrong: isApart ? [...list.map(String), 'x'] : [`${list.join(',')},x`],
    })),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => ({
      documented: {
        schema: { type: 'array', items: { type: 'string' }, minItems: list.length, maxItems: list.length },
      },
      right: [list.join(',')],
      wrong: [`${list.join(',')},more`],
    })),
    fc.tuple(fc.integer(), fc.boolean(), fc.boolean()).map(([n, flag, explode]) => ({
      documented: {
        explode,
        schema: {
          type: 'object',
          required: ['constructor', 'flag'],
          properties: { constructor: { type: 'integer' }, flag: { type: 'boolean' } },
        },
      },
      right: [explode ? `constructor=${n},flag=${flag}` : `constructor,${n},flag,${flag}`],
      wrong: [explode ? `constructor=${n}` : `constructor,${n},flag,maybe`],
    })),
    scalars(version)
      .filter(({ right, wrong }) => /^[ -~]*$/.test(right + wrong))
      .map(({ documented, right, wrong }) => ({
        documented: { content: { 'application/json': { schema: documented } } },
        right: [right],
        wrong: [wrong],
      })),
  );

/** Two versions of one media type, of which the second is sent. */
const mediaTypes: fc.Arbitrary<Part<string>> = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('; version=', ';VERSION=', ' ;  Version='),
    fc.boolean(),
  )
  .map(([version, separator, isQuoted]) => {
    const of = (n: number): string =>
      `Application/vnd.lab+JSON${separator}${isQuoted ? `"${n}"` : n}; charset=ISO-8859-1`;
    return {
      documented: {
        [`application/vnd.lab+json; version=${version}`]: {},
        [`application/vnd.lab+json;version=0`]: { schema: { not: {} } },
      },
      right: of(version),
      wrong: of(version + 10),
    };
  });

const codings: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: gzipSync,
  'X-Gzip': gzipSync,
  deflate: deflateSync,
  Deflate: deflateRawSync,
  br: brotliCompressSync,
  'gzip, br': (bytes) => brotliCompressSync(gzipSync(bytes)),
  'br,deflate , identity': (bytes) => deflateSync(brotliCompressSync(bytes)),
};

/** A response with one to three headers, in any coding. */
export function responses(version: Version): fc.Arbitrary<WrittenResponse> {
  return fc
    .record({
      json: values(version),
      headers: fc.array(headersOf(version), { minLength: 1, maxLength: 3 }),
      mediaType: mediaTypes,
      coding: fc.constantFrom(...Object.keys(codings)),
      mistake: fc.constantFrom(
        'schema' as const,
        'headers' as const,
        'media-type' as const,
        'absent' as const,
      ),
    })
    .map(({ json, headers: parts, mediaType, coding, mistake }) => {
      const contents = Object.entries(mediaType.documented);
      const content = Object.fromEntries(
        contents.map(([type, other], index) => [type, index === 0 ? { schema: json.documented } : other]),
      );
      const documented = Object.fromEntries(
        parts.map((part, index) => [`X-Part-${index}`, { required: true, ...part.documented }]),
      );
      const bytes = (text: string): Buffer => (codings[coding] ?? Buffer.from)(Buffer.from(text));
      const sent = (lines: readonly (readonly string[])[], type: string): Written['headers'] => ({
        ...Object.fromEntries(lines.map((each, index) => [`x-PART-${index}`, each])),
        ...{ 'Content-Type': type, 'Content-Encoding': coding },
      });
      const lines = parts.map(({ right }) => right);
      const right = { headers: sent(lines, mediaType.right), body: bytes(json.right) };
      const mistakes = {
        schema: { ...right, body: bytes(json.wrong) },
        headers: {
          ...right,
          headers: sent(
            parts.map((part, index) => (index === 0 ? part.wrong : part.right)),
            mediaType.right,
          ),
        },
        'media-type': { ...right, headers: sent(lines, mediaType.wrong) },
        absent: { ...right, headers: sent(lines.slice(1), mediaType.right) },
      };
      return {
        documented: { description: 'It.', headers: documented, content },
        right,
        wrong: mistakes[mistake],
        check: mistake === 'absent' ? 'headers' : mistake,
      };
    });
}
