import zlib from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { withServer } from '../fixtures/server.ts';

const mebibyte = 1024 * 1024;

/** Larger than a response may be, but a few kilobytes when compressed. */
const bomb = Buffer.alloc(100 * mebibyte, ' ');

const kinds = [
  [
    'br',
    'createBrotliDecompress',
    () => zlib.brotliCompressSync(bomb, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ],
  ['gzip', 'createGunzip', () => zlib.gzipSync(bomb)],
  ['deflate', 'createInflate', () => zlib.deflateSync(bomb)],
] as const;

afterEach(() => vi.restoreAllMocks());

test.each(kinds)('what %s decodes to beyond the limit is not decoded', async (coding, create, compress) => {
  const decoded: Promise<number>[] = [];
  const original = zlib[create];
  vi.spyOn(zlib, create).mockImplementation((options?: zlib.ZlibOptions & zlib.BrotliOptions) => {
    const decoder = original(options);
    decoded.push(sizeAtEndOf(decoder));
    return decoder;
  });
  const body = compress();
  const runs: ItemRun[] = [];
  await withServer(
    () => ({ headers: { 'Content-Type': 'application/json', 'Content-Encoding': coding }, body }),
    async (url) => {
      const item = [{ id: 'bomb', name: 'bomb', request: { method: 'GET', url } }];
      const job = { collection: { info: { name: 'Lab' }, item }, variables: {}, delayMs: 0, bail: false };
      await runCollection(
        { ...job, timeoutMs: 30_000 },
        { onItem: (run) => runs.push(run), onWaiting: () => undefined },
      );
    },
  );
  expect(runs.map(({ error }) => error)).toEqual([
    'the response is larger than 16 MiB, and was not read to its end',
  ]);
  const [size, ...others] = await Promise.all(decoded);
  expect(others).toEqual([]);
  expect(size).toBeGreaterThan(16 * mebibyte);
  expect(size).toBeLessThan(17 * mebibyte);
});

/** Bytes that a decoder has put out when it is closed. */
function sizeAtEndOf(decoder: zlib.BrotliDecompress | zlib.Gunzip | zlib.Inflate): Promise<number> {
  return new Promise((resolve) => {
    let size = 0;
    decoder.on('data', (chunk) => {
      size += chunk.length;
    });
    decoder.once('close', () => resolve(size));
  });
}
