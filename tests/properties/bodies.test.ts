import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ItemRun, SentRequest } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { createRandom } from '../../scripts/simulator/world/random.ts';
import { build, openText } from '../fixtures/open.ts';
import { read } from '../fixtures/postman.ts';
import { isDeep } from '../fixtures/sample.ts';
import { listenOn } from '../fixtures/server.ts';
import { readJson, readParts, readXml, type XmlElement } from './decode-body.ts';

/** A number with the digits that the spec writes. */
class Written {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

type Random = ReturnType<typeof createRandom>;

type Sent = { readonly type: string; readonly body: Buffer };

/** The `content` of a request body, and how the value is read back. */
type Trial = {
  readonly content: object;
  readonly read: (sent: Sent) => unknown;
  readonly wanted: unknown;
};

const seed = Number(process.env['SEED'] ?? (isDeep ? Date.now() % 1_000_000 : 19));
const count = Number(process.env['COUNT'] ?? (isDeep ? 3000 : 64));
const batch = 200;

const pieces = [
  ...[
    ',',
    '+',
    '%',
    '%41',
    '"',
    "'",
    '\\',
    '\\u0041',
    '/',
    ' ',
    '&',
    '&amp;',
    '=',
    '#',
    '<',
    '>',
    ']]>',
    ';',
    ':',
    '|',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '~',
    '@',
    '$1',
    '?',
    '!',
    '*',
    '(',
    'a',
    'B0',
    'é',
    '漢',
    '😀',
    '\u2028',
    '\n',
    '\t',
    'x'.repeat(300),
  ],
];
/** Postman would take these for a variable, and multipart and plain text have no escapes. */
const morePieces = [...pieces, '{{token}}', '{{'];

/** Line ends of text are escaped in XML. */
const xmlPieces = [...morePieces, '\r', '\r\n'];

const textOf = (random: Random, from = morePieces): string => {
  const text = Array.from({ length: random(0, 5) }, () => from[random(0, from.length - 1)]).join('');
  return from === pieces ? text.replace(/\{\{+/g, '{') : text;
};

const numbers = ['0', '-1', '7', '1.10', '19.99', '0.10', '-0.5', '9007199254740993', '9223372036854775807'];
numbers.push('-9223372036854775808', '12345678901234567890.123456789', '100.00', '0.0000001');

const pick = <T>(random: Random, list: readonly T[]): T => list[random(0, list.length - 1)] ?? expect.fail();
const numberOf = (random: Random): Written => new Written(pick(random, numbers));
const scalarOf = (random: Random, from = morePieces): unknown =>
  pick(random, [() => textOf(random, from), () => numberOf(random), () => random(0, 1) === 1])();

function anyOf(random: Random, depth: number, from = morePieces): unknown {
  const kind = random(0, depth > 0 ? 4 : 1);
  if (kind <= 1) return scalarOf(random, from);
  if (kind === 2) return null;
  const items = Array.from({ length: random(0, 3) }, () => anyOf(random, depth - 1, from));
  return kind === 3 ? items : Object.fromEntries(items.map((item) => [`${textOf(random, from)}k`, item]));
}

const named = (random: Random, make: () => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: random(1, 4) }, (_, index) => [`f${index}`, make()]));

/** The text of a value where it has no quotes. */
const plain = (value: unknown): string => (value instanceof Written ? value.digits : String(value));
const json = (value: unknown): string => {
  if (value instanceof Written) return value.digits;
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${json(item)}`)
    .join(',')}}`;
};
const digits = (value: unknown): unknown => readJson(json(value));

const kinds: Readonly<Record<string, (random: Random) => Trial>> = {
  json: (random) => {
    const value = anyOf(random, 3) ?? [];
    const type = pick(random, [
      'application/json',
      'application/vnd.x+json; v=1',
      '*/*',
      'application/*',
      'application/yaml',
    ]);
    return {
      content: { [type]: { schema: { type: 'object' }, example: value } },
      read: ({ body }) => readJson(body.toString()),
      wanted: digits(value),
    };
  },
  lines: (random) => {
    const rows = [anyOf(random, 2), anyOf(random, 2)];
    const readLines = ({ body }: Sent): unknown => body.toString().split('\n').slice(0, -1).map(readJson);
    return {
      content: { 'application/x-ndjson': { example: rows } },
      read: readLines,
      wanted: rows.map(digits),
    };
  },
  form: (random) => {
    const list = (): unknown[] => Array.from({ length: random(1, 3) }, () => scalarOf(random));
    const value: Record<string, unknown> = {
      ...named(random, () => scalarOf(random)),
      [`${textOf(random)}n`]: textOf(random),
      list: list(),
      object: { a: anyOf(random, 2) },
    };
    const wanted = Object.entries(value).flatMap(([name, item]) =>
      (Array.isArray(item) ? item : [item]).map((one): unknown => [
        name,
        name === 'object' ? digits(one) : plain(one),
      ]),
    );
    const readForm = ({ body }: Sent): unknown =>
      [...new URLSearchParams(body.toString())].map(([name, text]) => [
        name,
        name === 'object' ? readJson(text) : text,
      ]);
    return {
      content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' }, example: value } },
      read: readForm,
      wanted,
    };
  },
  encoding: (random) => {
    const list = Array.from({ length: random(2, 3) }, () => `${plain(scalarOf(random))}x`);
    const members = { a: plain(scalarOf(random)), [`b${textOf(random)}`]: `${textOf(random)}x` };
    // A pipe or a space in a value can't be told from the delimiter.
    const without = (character: string): string[] => list.map((one) => one.replaceAll(character, ''));
    const value = {
      comma: list,
      pipe: without('|'),
      space: without(' '),
      deep: members,
      joined: members,
      asJson: list,
      reserved: list,
    };
    const encoding = {
      comma: { explode: false },
      pipe: { style: 'pipeDelimited', explode: false },
      space: { style: 'spaceDelimited', explode: false },
      deep: { style: 'deepObject', explode: true },
      joined: { style: 'form', explode: false },
      asJson: { contentType: 'application/json' },
      reserved: { allowReserved: true },
    };
    // The delimiter is looked for before the values are decoded.
    const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
    const readForm = ({ body }: Sent): unknown => {
      const pairs = body
        .toString()
        .split('&')
        .map((pair): [string, string] => [
          decode(pair.slice(0, pair.indexOf('='))),
          pair.slice(pair.indexOf('=') + 1),
        ]);
      const of = (name: string): string[] => pairs.filter(([key]) => key === name).map(([, text]) => text);
      const deep = pairs.flatMap(([key, text]) =>
        key.startsWith('deep[') ? [[key.slice(5, -1), decode(text)]] : [],
      );
      const joined = (of('joined')[0] ?? '').split(',').map(decode);
      return {
        comma: of('comma')[0]?.split(',').map(decode),
        pipe: of('pipe')[0]
          ?.split(/\||%7C/)
          .map(decode),
        space: of('space')[0]
          ?.split(/\+|%20/)
          .map(decode),
        deep: Object.fromEntries(deep),
        joined: Object.fromEntries(
          joined.flatMap((key, index) => (index % 2 === 0 ? [[key, joined[index + 1]]] : [])),
        ),
        asJson: JSON.parse(decode(of('asJson')[0] ?? '')),
        reserved: of('reserved').map(decode),
      };
    };
    return {
      content: { 'application/x-www-form-urlencoded': { example: value, encoding } },
      read: readForm,
      wanted: value,
    };
  },
  multipart: (random) => {
    const type = pick(random, ['multipart/form-data', 'multipart/form-data', 'multipart/mixed']);
    const list = (): unknown[] => Array.from({ length: random(1, 3) }, () => scalarOf(random, pieces));
    const name = `${textOf(random, pieces)}n`.replace(/[%\\]/g, '');
    const value: Record<string, unknown> = {
      f0: scalarOf(random, pieces),
      [name]: textOf(random, pieces),
      list: list(),
      object: { a: anyOf(random, 2, pieces) },
      given: textOf(random, pieces),
    };
    const withHeader = random(0, 1) === 1;
    const header = { 'X-Part': { schema: { type: 'string' }, example: 'a; b="c"' } };
    const schema = {
      type: 'object',
      required: ['image'],
      properties: {
        given: { type: 'string', format: 'binary' },
        image: { type: 'string', format: 'binary' },
      },
    };
    const encoding = {
      image: { contentType: type === 'multipart/mixed' || withHeader ? 'text/csv' : 'image/png' },
      f0: { contentType: 'text/plain; charset=utf-8', ...(withHeader && { headers: header }) },
    };
    const wanted = [
      ...Object.entries(value).flatMap(([key, item]) =>
        (Array.isArray(item) ? item : [item]).map((one): unknown => [
          key,
          key === 'object' ? digits(one) : plain(one),
        ]),
      ),
      ['image', true],
      `given: true`,
      `object: application/json`,
      `f0: text/plain; charset=utf-8 ${withHeader ? 'a; b="c"' : 'undefined'}`,
      `image: ${encoding.image.contentType}`,
    ];
    const readForm = ({ type: sentType, body }: Sent): unknown => {
      const parts = readParts(sentType, body);
      const part = (one: string) => parts.find((found) => found.name === one);
      const isPng = part('image')?.bytes.subarray(1, 4).toString() === 'PNG';
      const isImage =
        part('image')?.fileName !== undefined && (isPng || encoding.image.contentType === 'text/csv');
      return [
        ...parts.map((found): unknown => {
          if (found.name === 'image') return ['image', isImage];
          return [
            found.name,
            found.name === 'object' ? readJson(found.bytes.toString()) : found.bytes.toString(),
          ];
        }),
        `given: ${part('given')?.fileName !== undefined}`,
        `object: ${part('object')?.headers['content-type']}`,
        `f0: ${part('f0')?.headers['content-type']} ${part('f0')?.headers['x-part']}`,
        `image: ${part('image')?.headers['content-type']}`,
      ];
    };
    return { content: { [type]: { schema, example: value, encoding } }, read: readForm, wanted };
  },
  xml: (random) => {
    const text = (): unknown => scalarOf(random, xmlPieces);
    const value = {
      id: text(),
      name: text(),
      tag: [text(), text()],
      wrapped: [text(), text()],
      inner: { deep: text() },
    };
    const schema = {
      type: 'object',
      xml: { name: 'Root', namespace: 'urn:a', prefix: 'p' },
      properties: {
        id: { xml: { attribute: true, name: 'ID' } },
        tag: { type: 'array', items: { xml: { name: 'label' } } },
        wrapped: { type: 'array', xml: { wrapped: true, name: 'all' }, items: { xml: { name: 'one' } } },
        inner: { type: 'object', xml: { prefix: 'p' }, properties: { deep: {} } },
      },
    };
    const leaf = (name: string, one: unknown): XmlElement => ({
      name,
      attributes: {},
      text: plain(one),
      children: [],
    });
    const node = (name: string, children: XmlElement[], attributes = {}): XmlElement => ({
      name,
      attributes,
      text: '',
      children,
    });
    const wanted = node(
      'p:Root',
      [
        leaf('name', value.name),
        ...value.tag.map((one) => leaf('label', one)),
        node(
          'all',
          value.wrapped.map((one) => leaf('one', one)),
        ),
        node('p:inner', [leaf('deep', value.inner.deep)]),
      ],
      { 'xmlns:p': 'urn:a', ID: plain(value.id) },
    );
    const trim = ({ text, children, ...element }: XmlElement): XmlElement => ({
      ...element,
      text: children.length > 0 ? text.trim() : text,
      children: children.map(trim),
    });
    const type = pick(random, ['application/xml', 'text/xml; charset=utf-8', 'application/soap+xml']);
    return {
      content: { [type]: { schema, example: value } },
      read: ({ body }) => trim(readXml(body.toString())),
      wanted,
    };
  },
  text: (random) => {
    const value = textOf(random, pieces);
    return {
      content: {
        [pick(random, ['text/plain', 'text/*', 'text/csv'])]: { schema: { type: 'string' }, example: value },
      },
      read: ({ body }) => body.toString(),
      wanted: value,
    };
  },
  file: (random) => {
    const [type, magic] = pick(random, [
      ['image/png', 'PNG'],
      ['image/*', 'PNG'],
      ['application/zip', 'PK'],
      ['application/octet-stream', ''],
      ['application/pdf', '%PDF-'],
    ] as const);
    const schema = { type: 'string', format: 'binary' };
    return {
      content: { [type]: { schema } },
      read: ({ type: sent, body }) =>
        `${sent} ${body.length > 0 && body.subarray(0, 9).toString('latin1').includes(magic)}`,
      wanted: `${type.replace('*', 'png')} true`,
    };
  },
};

test(`newman sends bodies that a decoder of another kind reads as they are described (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const names = Object.keys(kinds);
  const trials = Array.from({ length: count }, (_, index) =>
    (kinds[names[index % names.length] ?? ''] ?? expect.fail())(random),
  );
  for (let start = 0; start < count; start += batch) await compare(trials.slice(start, start + batch));
}, 1_200_000);

async function compare(trials: readonly Trial[]): Promise<void> {
  const methods = ['post', 'get', 'put', 'delete', 'patch'] as const;
  const paths = trials.map(({ content }, index) => {
    const operation = {
      operationId: `o${index}`,
      'x-contract': { effects: 'none' },
      requestBody: { required: true, content },
      responses: { 200: { description: 'It.' } },
    };
    return [`/${index}`, { [methods[index % methods.length] ?? 'post']: operation }];
  });
  const spec = {
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    servers: [{ url: 'https://lab.example' }],
    paths: Object.fromEntries(paths),
  };
  const sent = new Map<string, Sent>();
  const reported = new Map<string, SentRequest>();
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    sent.set(request.url ?? '', { type: request.headers['content-type'] ?? '', body });
    response.end();
  });
  const url = await listenOn(server);
  try {
    const { files } = await build(await openText(json(spec)));
    const variables = { 'base-url': url, token: 'secret' };
    const job = {
      collection: read(files, 'api.postman_collection.json'),
      variables,
      delayMs: 0,
      timeoutMs: 30_000,
      bail: false,
    };
    const onItem = ({ request }: ItemRun): void => {
      if (request !== undefined) reported.set(new URL(request.url).pathname, request);
    };
    await runCollection(job, { onItem, onWaiting: () => undefined });
  } finally {
    server.close();
  }
  for (const [index, trial] of trials.entries()) {
    const received = sent.get(`/${index}`);
    const shown = `${JSON.stringify(trial.content)}\n${received?.type}\n${received?.body.toString()}`;
    expect(received === undefined ? undefined : trial.read(received), shown).toEqual(trial.wanted);
    expect(reportOf(reported.get(`/${index}`)), shown).toEqual(received && withoutBoundary(received));
  }
}

/** What our reports say of a request. */
function reportOf(request: SentRequest | undefined): Sent | undefined {
  if (request === undefined) return undefined;
  const { headers, body = '', bytes } = request;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return withoutBoundary({
    type,
    body: bytes === undefined ? Buffer.from(body) : Buffer.from(bytes, 'latin1'),
  });
}

/** newman draws a boundary for each request. */
function withoutBoundary({ type, body }: Sent): Sent {
  const [, boundary] = /^multipart\/form-data; boundary=(.*)$/.exec(type) ?? [];
  if (boundary === undefined) return { type, body };
  const text = body.toString('latin1').replaceAll(boundary, 'BOUNDARY');
  return { type: 'multipart/form-data', body: Buffer.from(text, 'latin1') };
}
