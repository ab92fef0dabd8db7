import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { waitingText } from '../../scripts/model/waiting.ts';
import { createProgress, type Progress } from '../../scripts/report/progress.ts';

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
    const progress = createProgress([{ name: 'us', total }], stream, () => 0);
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
      () => 0,
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

test('on a plain stream a wait is a line', () => {
  const { stream, written } = recorder();
  const progress = createProgress([{ name: 'us', total: 8 }], stream, () => 0);
  progress.wait('us', waitingText(29.2, '429'));
  expect(written()).toMatch(/\nus: waiting 30 s, as the server asked \(429\)\n$/);
});

test('on a terminal a wait stands in its bar until a request is done', () => {
  const { shown, progress } = onTerminal([{ name: 'us', total: 8 }]);
  progress.wait('us', waitingText(30, '503'));
  expect(shown('us')).toMatch(/\] 0 of 8, waiting 30 s, as the server asked \(503\)$/);
  progress.advance('us', 0);
  expect(shown('us')).toMatch(/\] 1 of 8, 0 findings, about 0 s left$/);
  progress.stop();
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
    () => 3000,
  );
  progress.advance('us', 2);
  progress.advance('us', 1);
  vi.advanceTimersByTime(500);
  expect(process.listenerCount('SIGINT')).toBe(listeners);
  progress.stop();
  expect(written()).not.toMatch(new RegExp(`${'\u001b'}\\[[\\d;]*m`));
  const lines = stripVTControlCharacters(written()).split('\n');
  expect(lines.some((line) => /us {4}\[=+-+\] 2 of 4, 3 findings, about 0 s left$/.test(line))).toBe(true);
  expect(lines.some((line) => /north \[[=-]+\] 0 of 0, 0 findings/.test(line))).toBe(true);
});

describe('the time that is left', () => {
  test.each<[string, number | undefined, number, string]>([
    ['what the limit allows, where the region answers faster', 15, 1000, 'about 6 min left'],
    ['longer, where the region is slower than the limit', 15, 10_000, 'about 15 min left'],
    ['in seconds, where it is less than a minute', 120, 100, 'about 45 s left'],
  ])('%s', (_, perMinute, msEach, left) => {
    const { stream, written } = recorder();
    let now = 5000;
    const region = { name: 'us', total: 120, ...(perMinute && { perMinute }) };
    const progress = createProgress([region], stream, () => now);
    for (let done = 0; done < 120; done += 1) {
      now += msEach;
      progress.advance('us', 0);
    }
    const lines = written().trimEnd().split('\n');
    expect(lines[1]).toBe(`us: 30 of 120 requests, 0 findings, ${left}`);
    expect(lines.at(-1)).toBe('us: 120 of 120 requests, 0 findings');
  });

  test('on a terminal, from the beginning on where a limit holds', () => {
    const { shown, progress, tick } = onTerminal([
      { name: 'us', total: 120, perMinute: 15 },
      { name: 'eu', total: 120 },
    ]);
    expect(shown('us')).toMatch(/ 0 of 120, 0 findings, about 8 min left$/);
    expect(shown('eu')).toMatch(/ 0 of 120, 0 findings$/);
    tick(2000);
    progress.advance('us', 0);
    progress.advance('eu', 0);
    expect(shown('us')).toMatch(/ 1 of 120, 0 findings, about 8 min left$/);
    expect(shown('eu')).toMatch(/ 1 of 120, 0 findings, about 4 min left$/);
    progress.stop();
  });
});

test.each([
  ['long names', 'a-region-with-a-name-that-does-not-end-so-soon', 120],
  ['many requests', 'us', 1_000_000],
  ['both', 'a-region-with-a-name-that-does-not-end-so-soon', 1_000_000],
])('%s: bars fit in 80 columns', (_, name, total) => {
  const said = [
    (progress: Progress) => progress.advance(name, 1234),
    (progress: Progress) => progress.wait(name, waitingText(120, '429')),
  ];
  for (const say of said) {
    const { lines, progress } = onTerminal([{ name, total, perMinute: 15 }]);
    say(progress);
    const widths = lines().map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThan(80);
    expect(Math.max(...widths)).toBeGreaterThan(50);
    progress.stop();
  }
});

/** Bars on a terminal of 80 columns; `tick` moves the time on. */
function onTerminal(regions: Parameters<typeof createProgress>[0]) {
  vi.useFakeTimers();
  const { stream, written } = recorder();
  let now = 0;
  const terminal = Object.assign(stream, { isTTY: true, columns: 80 });
  const progress = createProgress(regions, terminal, () => now);
  const lines = (): string[] => {
    vi.advanceTimersByTime(500);
    return stripVTControlCharacters(written()).split('\n');
  };
  return {
    progress,
    lines,
    tick: (ms: number) => {
      now += ms;
    },
    shown: (name: string) => lines().findLast((line) => line.startsWith(name)) ?? '',
  };
}

function recorder(): { readonly stream: PassThrough; readonly written: () => string } {
  const stream = new PassThrough();
  const pieces: string[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  return { stream, written: () => pieces.join('') };
}
