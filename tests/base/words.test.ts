import { expect, test } from 'vitest';
import { count, duration, listOf, wholeSeconds } from '../../scripts/base/words.ts';
import { announce } from '../../scripts/report/announce.ts';

test.each([
  [count(0, 'check'), '0 checks'],
  [count(1, 'check'), '1 check'],
  [count(1234567, 'check'), '1,234,567 checks'],
  [listOf([]), ''],
  [listOf(['us']), 'us'],
  [listOf(['us', 'eu']), 'us and eu'],
  [listOf(['us', 'eu', 'il']), 'us, eu and il'],
  [duration(0), '0.0 s'],
  [duration(59_949), '59.9 s'],
  [duration(59_950), '1 min'],
  [duration(144_400), '2 min 24 s'],
  [wholeSeconds(0), '0 s'],
  [wholeSeconds(120), '2 min'],
])('%s', (given, want) => {
  expect(given).toBe(want);
});

test('what is sent before a run', () => {
  const baseUrl = 'https://api.ferries.example';
  const announced = [
    { name: 'us', baseUrl, requests: 36, skipped: 4, perMinute: 15 },
    { name: 'north', baseUrl, requests: 1, skipped: 0 },
    { name: 'eu', baseUrl, requests: 0, skipped: 40, perMinute: 15 },
  ];
  expect(announce(announced, 120, false)).toEqual([
    'us     https://api.ferries.example: 36 requests, about 2 min 24 s at 15 a minute; 4 not sent (see the end)',
    'north  https://api.ferries.example: 1 request',
    'eu     https://api.ferries.example: 0 requests; 40 not sent (see the end)',
    'More are sent if a list has several pages, or if responses disagree and are requested again.',
  ]);
  expect(announce(announced, 80, false)).toEqual([
    'us     https://api.ferries.example: 36 requests, about 2 min 24 s at 15 a',
    '       minute; 4 not sent (see the end)',
    'north  https://api.ferries.example: 1 request',
    'eu     https://api.ferries.example: 0 requests; 40 not sent (see the end)',
    'More are sent if a list has several pages, or if responses disagree and are',
    'requested again.',
  ]);
});

test.each([
  [
    'is sent',
    [{ foreignToken: 'F_EU_TOKEN' }, { foreignToken: 'F_US_TOKEN' }],
    'F_EU_TOKEN to us and F_US_TOKEN to eu.',
  ],
  ['is withheld', [{}, {}], 'To check that it is refused, add --try-foreign-tokens.'],
])('the announcement says that the token of another region %s', (_, [us, eu], wanted) => {
  const region = { baseUrl: 'https://api.ferries.example', requests: 1, skipped: 0 };
  const regions = [
    { name: 'us', ...region, ...us },
    { name: 'eu', ...region, ...eu },
  ];
  expect(announce(regions, 120, true).at(-1)).toContain(wanted);
  expect(announce(regions, 120, false).join('')).not.toContain('--try-foreign-tokens');
});
