import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { toNoResponse } from '../../scripts/judge/no-response.ts';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { withServer } from '../fixtures/server.ts';

const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index, square: index * index })));

/** With some bytes in the middle that are others. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  return copy.fill(0xa5, middle, middle + 20);
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);

/** A body, and how it is said to be compressed. */
const broken: Readonly<Record<string, readonly [coding: string, body: Buffer]>> = {
  'text as gzip': ['gzip', Buffer.from(text)],
  'gzip of an unknown method': ['gzip', Buffer.from([0x1f, 0x8b, 0x01, 0, 0, 0, 0, 0, 0, 0])],
  'damaged gzip': ['gzip', damaged(gzipSync(text))],
  'gzip with another checksum': ['gzip', Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8)])],
  'gzip with more behind it': ['gzip', Buffer.concat([gzipSync(text), Buffer.from('more')])],
  'text as br': ['br', Buffer.from(text)],
  'damaged br': ['br', damaged(brotliCompressSync(text))],
  'half of br': ['br', half(brotliCompressSync(text))],
  'text as deflate': ['deflate', Buffer.from(text)],
  'damaged deflate': ['deflate', damaged(deflateSync(text))],
  'damaged deflate without a header': ['deflate', damaged(deflateRawSync(text))],
  'deflate that needs a dictionary': ['deflate', deflateSync(text, { dictionary: Buffer.from('index') })],
};

const whole: typeof broken = {
  gzip: ['gzip', gzipSync(text)],
  br: ['br', brotliCompressSync(text)],
  deflate: ['deflate', deflateSync(text)],
  'deflate without a header': ['deflate', deflateRawSync(text)],
  'gzip by another name': ['X-GZIP', gzipSync(text)],
  'gzip, then br': ['gzip, br', brotliCompressSync(gzipSync(text))],
  'deflate, gzip and br': ['deflate,identity, x-gzip,br', brotliCompressSync(gzipSync(deflateSync(text)))],
  'gzip twice': ['gzip, gzip', gzipSync(gzipSync(text))],
};

const nothing: typeof broken = {
  'gzip of nothing': ['gzip', Buffer.alloc(0)],
  'br of nothing': ['br', Buffer.alloc(0)],
  'several codings of nothing': ['br, gzip', Buffer.alloc(0)],
};

/** By the name of the item. */
const runs = new Map<string, ItemRun>();

beforeAll(async () => {
  const all = { ...broken, ...whole, ...nothing };
  await withServer(
    ({ url = '' }) => {
      const [coding, body] = all[decodeURIComponent(url.slice(1))] ?? ['identity', Buffer.from('')];
      const length = { 'Content-Length': String(body.length) };
      return { headers: { 'Content-Type': 'application/json', 'Content-Encoding': coding, ...length }, body };
    },
    async (base) => {
      const item = Object.keys(all).map((name) => ({
        id: name,
        name,
        request: `${base}/${encodeURIComponent(name)}`,
      }));
      const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
      const collection = { info: { name: 'Compressed', schema }, item };
      await runCollection(
        { collection, variables: {}, delayMs: 0, timeoutMs: 10_000, bail: false },
        { onItem: (run) => runs.set(run.itemId, run), onWaiting: () => undefined },
      );
    },
  );
}, 60_000);

describe('a body that is not compressed as its Content-Encoding says breaks HTTP', () => {
  test.each(Object.keys(broken))('%s', (name) => {
    const { words, malformed } = toNoResponse(runs.get(name)?.error ?? 'nothing');
    expect(words).toMatch(/^a body that is not compressed as its Content-Encoding says \(/);
    expect(malformed).toBe(true);
  });
});

describe('nothing is nothing in any coding', () => {
  test.each(Object.keys(nothing))('%s', (name) => {
    expect(runs.get(name)).toMatchObject({ status: 200, size: 0 });
  });
});

describe('what a browser reads is read', () => {
  test.each(Object.keys(whole))('%s', (name) => {
    expect(runs.get(name)).toMatchObject({ status: 200, size: text.length });
  });
});
