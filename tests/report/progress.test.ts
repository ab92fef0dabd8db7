import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createProgress } from '../../scripts/report/progress.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('on a plain stream', () => {
  test.each<[string, number, readonly string[]]>([
    [
      'a line for each quarter',
      8,
      ['us: 2 of 8 requests', 'us: 4 of 8 requests', 'us: 6 of 8 requests', 'us: 8 of 8 requests'],
    ],
    ['no more lines than requests', 2, ['us: 1 of 2 requests', 'us: 2 of 2 requests']],
    ['one request', 1, ['us: 1 of 1 request']],
    ['none', 0, []],
  ])('%s', (_, total, want) => {
    const { stream, written } = recorder();
    const progress = createProgress([{ name: 'us', total }], stream);
    for (let done = 0; done < total; done += 1) progress.advance('us', 0);
    progress.stop();
    const [start, ...lines] = written().trimEnd().split('\n');
    expect(start).toMatch(/^Sending \d requests? to us\.$/);
    expect(lines).toEqual(want.map((line) => `${line}, 0 findings`));
  });

  test('regions are counted apart, and more requests than planned say nothing', () => {
    const { stream, written } = recorder();
    const progress = createProgress(
      [
        { name: 'us', total: 4 },
        { name: 'eu', total: 1 },
      ],
      stream,
    );
    progress.advance('us', 0);
    progress.advance('eu', 1);
    progress.advance('eu', 1);
    progress.stop();
    expect(written()).toBe(
      'Sending 4 requests to us and 1 request to eu.\nus: 1 of 4 requests, 0 findings\neu: 1 of 1 request, 1 finding\n',
    );
  });
});

test('on a terminal each region has a bar, without colour', () => {
  vi.useFakeTimers();
  const listeners = process.listenerCount('SIGINT');
  const { stream, written } = recorder();
  const progress = createProgress(
    [
      { name: 'us', total: 4 },
      { name: 'north', total: 0 },
    ],
    Object.assign(stream, { isTTY: true }),
  );
  progress.advance('us', 2);
  progress.advance('us', 1);
  vi.advanceTimersByTime(500);
  expect(process.listenerCount('SIGINT')).toBe(listeners);
  progress.stop();
  expect(written()).not.toMatch(new RegExp(`${'\u001b'}\\[[\\d;]*m`));
  const lines = stripVTControlCharacters(written()).split('\n');
  expect(lines.some((line) => /us {4}\[=+-+\] 2 of 4, 3 findings, \S+ left$/.test(line))).toBe(true);
  expect(lines.some((line) => /north \[[=-]+\] 0 of 0, 0 findings/.test(line))).toBe(true);
});

function recorder(): { readonly stream: PassThrough; readonly written: () => string } {
  const stream = new PassThrough();
  const pieces: string[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  return { stream, written: () => pieces.join('') };
}
