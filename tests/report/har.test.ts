import { createRequire } from 'node:module';
import { Ajv, type AnySchemaObject } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../scripts/model/exchange.ts';
import { toHar } from '../../scripts/report/har.ts';
import { creator } from './creator.ts';
import { examples } from './examples.ts';

const require = createRequire(import.meta.url);
const schemas: Readonly<Record<string, AnySchemaObject>> = require('har-schema');
const ajv = new Ajv({ strict: false, validateSchema: false });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
formats.default(ajv);
ajv.addSchema(Object.values(schemas));
const isHar = ajv.getSchema('har.json') ?? expect.fail('no schema for HAR');

const place = { region: 'us', operationId: 'listSailings', case: 'success' };
const answered: Exchange = {
  ...place,
  startedAt: '2026-01-12T00:00:00.000Z',
  durationMs: 120,
  request: {
    method: 'POST',
    url: 'https://api.ferries.example/v1/sailings?status=at%20sea&status=b&empty=',
    headers: [['Content-Type', 'application/json']],
    body: { text: '{"a":1}', size: 7, sha256: 'ab', cut: false },
  },
  response: {
    status: 302,
    reason: 'Found',
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['location', '/elsewhere'],
    ],
    size: 30_000,
    body: { text: '{"items":[', size: 30_000, sha256: 'cd', cut: true },
  },
};
const unanswered: Exchange = {
  ...place,
  case: 'wrong-token',
  startedAt: '2026-01-12T00:00:01.000Z',
  durationMs: 0,
  request: { method: 'GET', url: 'https://api.ferries.example/{a}?q={b}', headers: [] },
  error: 'read ECONNRESET',
};
const green = examples['all-green'] ?? expect.fail();
const written = JSON.parse(toHar({ ...green, exchanges: [answered, unanswered] }, creator));

test.each(Object.entries(examples))('%s: the schema of HAR describes it', (_, result) => {
  expect(isHar(JSON.parse(toHar(result, creator))), JSON.stringify(isHar.errors)).toBe(true);
});

describe('an archive', () => {
  const [first, second] = written.log.entries;

  test('is valid with a body, and without an answer', () => {
    expect(isHar(written), JSON.stringify(isHar.errors)).toBe(true);
  });

  test('has a page for each region that was sent something', () => {
    expect(written.log.pages).toEqual([
      {
        id: 'us',
        title: 'https://api.ferries.example',
        startedDateTime: '2026-01-12T00:00:00.000Z',
        pageTimings: {},
      },
    ]);
  });

  test('takes the query apart', () => {
    expect(first.request.queryString).toEqual([
      { name: 'status', value: 'at sea' },
      { name: 'status', value: 'b' },
      { name: 'empty', value: '' },
    ]);
    expect(second.request.queryString).toEqual([{ name: 'q', value: '{b}' }]);
  });

  test('says that a body is only its beginning', () => {
    expect(first.request.postData).toEqual({ mimeType: 'application/json', text: '{"a":1}' });
    expect(first.response.content).toEqual({
      size: 30_000,
      mimeType: 'application/json; charset=utf-8',
      text: '{"items":[',
      comment: 'the beginning of 30000 bytes with the SHA-256 cd',
    });
    expect(first.response.redirectURL).toBe('/elsewhere');
  });

  test.each([
    ['text', 'häfen', false, undefined],
    ['bytes', '\ufffdPNG', false, 'bytes that are not UTF-8 are written as U+FFFD'],
    ['text that is cut within a character', 'h\ufffd', true, 'the beginning of 9 bytes with the SHA-256 ef'],
    [
      'bytes that are cut',
      '\ufffdPNG',
      true,
      'the beginning of 9 bytes with the SHA-256 ef; bytes that are not UTF-8 are written as U+FFFD',
    ],
  ])('says of a body what is not text: %s', (_, text, cut, comment) => {
    const { response = expect.fail() } = answered;
    const body = { text, size: 9, sha256: 'ef', cut };
    const archive = toHar(
      { ...green, exchanges: [{ ...answered, response: { ...response, body } }] },
      creator,
    );
    expect(JSON.parse(archive).log.entries[0].response.content.comment).toBe(comment);
  });

  test('takes cookies apart', () => {
    const { request, response = expect.fail() } = answered;
    const exchange = {
      ...answered,
      request: { ...request, headers: [['Cookie', 'a=1; b="x=y"'] as const] },
      response: {
        ...response,
        headers: [
          ['Set-Cookie', 'id=***; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly'],
          ['set-cookie', 'theme='],
          ['set-cookie', 'nothing'],
        ] as const,
      },
    };
    const archive = JSON.parse(toHar({ ...green, exchanges: [exchange] }, creator));
    expect(isHar(archive), JSON.stringify(isHar.errors)).toBe(true);
    const [entry] = archive.log.entries;
    expect(entry.request.cookies).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '"x=y"' },
    ]);
    expect(entry.response.cookies).toEqual([
      { name: 'id', value: '***' },
      { name: 'theme', value: '' },
    ]);
    expect([first.request.cookies, first.response.cookies, second.response.cookies]).toEqual([[], [], []]);
  });

  test('tells a request without an answer from an answer', () => {
    expect(second.response.status).toBe(0);
    expect(second._error).toBe('read ECONNRESET');
    expect(first).not.toHaveProperty('_error');
  });
});
