import { createServer } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../scripts/cases/outgoing.ts';
import type { Operation, Parameter } from '../../scripts/model/api.ts';
import { toRequest } from '../../scripts/suite/postman/request.ts';
import { whyUnsendable } from '../../scripts/suite/postman/unsendable.ts';
import { toSampleRequest } from '../../scripts/suite/samples/request.ts';
import { runPlain } from '../fixtures/newman.ts';
import { onePath } from '../fixtures/one-path.ts';
import { openText } from '../fixtures/open.ts';
import { isDeep } from '../fixtures/sample.ts';
import { listenOn } from '../fixtures/server.ts';
import { decode, type RawRequest, sorted, type Wanted } from './wire-decoder.ts';

const seed = Number(process.env['SEED'] ?? 19);
const wantedRequests = isDeep ? 3000 : 150;

const difficult = [
  ...[
    '',
    ' ',
    'a b',
    ' a',
    'a,b',
    'a|b',
    'a+b',
    '50%',
    '%20',
    '%2C',
    '"q"',
    "it's",
    'a/b',
    '/',
    '//',
    '?',
    '#',
    'a&b=c',
    '=',
  ],
  ...[
    ';',
    'a;b=c',
    '.',
    '..',
    'a.b',
    ':a',
    'é',
    'ß→😀',
    '\u0000\n\t',
    '\\',
    '{{base-url}}',
    '{',
    '}',
    '[0]',
    '$(x)',
    '`',
    '~',
    '*',
  ],
  ...['null', 'true', '0', '-0', '__proto__', '%', '%zz', '<a>', '@', "!*'()", '\ufeff', 'Ａ'],
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...difficult) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...difficult), { maxLength: 5 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('long ,+%é'.repeat(150)) },
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const object = fc
  .uniqueArray(fc.tuple(text, scalar), { minLength: 1, maxLength: 4, selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries));
const value = fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 4 }), object);

type Place = readonly [place: Parameter['in'], style: string];
const places: readonly Place[] = [
  ...(['simple', 'label', 'matrix'] as const).map((style): Place => ['path', style]),
  ...['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'].map((style): Place => ['query', style]),
  ['header', 'simple'],
  ['cookie', 'form'],
];
const around = fc.constantFrom<Wanted['around']>(
  ['/p/', ''],
  ['/p/', '/'],
  ['/p//x.', '-y'],
  ['/p/', ':z/q'],
);
const parameter = fc
  .record({
    place: fc.constantFrom(...places),
    explode: fc.boolean(),
    allowReserved: fc.boolean(),
    json: fc.boolean(),
    name: text.filter((name) => name !== '' && !/[{}/]/.test(name) && name.length < 100),
    value,
    around,
  })
  .map(({ place: [place, style], json, name, ...rest }) => ({
    ...rest,
    in: place,
    style: json ? styleOfContent(place) : style,
    name: place === 'header' ? 'X-Value' : name,
    json,
  }));

function styleOfContent(place: Parameter['in']): string {
  return place === 'query' || place === 'cookie' ? 'form' : 'simple';
}

type Drawn = typeof parameter extends fc.Arbitrary<infer One> ? One : never;

/**
 * newman sends each value to a server, and a decoder that shares no code with the serialiser reads it. Values that are
 * reported as impossible are not sent. The code samples must have the same URL, and the same headers.
 */
test(`what newman sends is read as it is meant (seed ${seed})`, { timeout: 600_000 }, async () => {
  const { api } = await openText(
    onePath('/x', { get: { parameters: [{ name: 'p', in: 'query', schema: {} }] } }),
  );
  const [template = expect.fail()] = api.operations;
  const drawn = fc.sample(parameter, { seed, numRuns: wantedRequests * 3 });
  const all = drawn.map((one) => ({ drawn: one, operation: toOperation(template, one) }));
  const sendable = all.filter(({ operation }) => whyUnsendable(caseOf(operation)) === undefined);
  const sent = sendable.slice(0, wantedRequests);
  expect(sent.length).toBe(wantedRequests);
  const received = await send(sent.map(({ operation }) => operation));
  const wrong = sent.flatMap(({ drawn: one, operation }, index) => {
    const request = received.get(String(index));
    const read = attempt(request, one);
    const sample = toSampleRequest(operation).url.replace('{{base-url}}', '');
    const isRight = isDeepStrictEqual(read, meaningOf(one)) && request?.target === sample;
    return isRight ? [] : [{ one, read, request, sample }];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  console.info(`${sent.length} requests, seed ${seed}`);
});

function toOperation(template: Operation, one: Drawn): Operation {
  const [given = expect.fail()] = template.parameters;
  const { mediaType: _, variable: __, ...bare } = given;
  const { in: place, name, style, explode, allowReserved, value: example, json } = one;
  const own: Parameter = {
    ...bare,
    ...{ in: place, name, style, explode, allowReserved, example, required: true },
    ...(json && { mediaType: 'application/json' }),
  };
  const [before, after] = one.around;
  return { ...template, path: place === 'path' ? `${before}{${name}}${after}` : '/x', parameters: [own] };
}

function caseOf(operation: Operation): Parameters<typeof whyUnsendable>[0] {
  return {
    ...{ id: 'success', kind: 'success', operation, name: '', why: '', outgoing: plain(operation) },
    ...{ statuses: [], clause: '', provenance: 'documented', remember: false, needs: [] },
  };
}

async function send(operations: readonly Operation[]): Promise<ReadonlyMap<string, RawRequest>> {
  const received = new Map<string, RawRequest>();
  const server = createServer({ maxHeaderSize: 100_000 }, ({ url = '', headers, rawHeaders }, response) => {
    received.set(String(headers['x-number']), { target: url, headers: rawHeaders });
    response.end('{}');
  });
  const item = operations.map((operation, index) => {
    const request = toRequest(operation, plain(operation), operation.auth);
    return {
      name: String(index),
      protocolProfileBehavior: { disableCookies: true },
      request: { ...request, header: [...request.header, { key: 'X-Number', value: String(index) }] },
    };
  });
  try {
    const base = await listenOn(server);
    await runPlain({ info: { name: 'wire' }, item }, { 'base-url': base });
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return received;
}

function attempt(request: RawRequest | undefined, one: Drawn): unknown {
  try {
    return decode(request ?? expect.fail('not sent'), { ...one, shape: shapeOf(one.value) });
  } catch (error) {
    return error;
  }
}

/** What the decoder must read: members are texts, unless they are JSON. */
function meaningOf({ value: meant, json }: Drawn): unknown {
  if (json) return JSON.parse(JSON.stringify(meant));
  if (Array.isArray(meant)) return meant.map(String);
  if (typeof meant !== 'object') return String(meant);
  return sorted(Object.entries(meant).map(([key, member]) => [key, String(member)]));
}

function shapeOf(one: unknown): Wanted['shape'] {
  if (Array.isArray(one)) return 'array';
  return typeof one === 'object' ? 'object' : 'text';
}
