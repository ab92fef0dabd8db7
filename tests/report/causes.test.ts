import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../scripts/model/run-result.ts';
import { elsewhere, toCauses } from '../../scripts/report/causes.ts';

const finding: Finding = {
  region: 'us',
  operationId: 'listSailings',
  case: 'success',
  check: 'schema',
  severity: 'failed',
  message: '/a: expected type string',
  expected: 'type string',
  pointer: '/components/schemas/A/type',
};

const { pointer, ...withoutPointer } = finding;

describe('two findings', () => {
  test.each<[string, Finding, Finding, 'same' | 'also' | 'apart']>([
    ['of two regions', finding, { ...finding, region: 'eu' }, 'same'],
    ['of two cases', finding, { ...finding, case: 'wrong-token' }, 'same'],
    ['with two values', { ...finding, actual: '1' }, { ...finding, actual: '2' }, 'same'],
    ['of two operations', finding, { ...finding, operationId: 'getSailing' }, 'also'],
    ['at two places of an answer', finding, { ...finding, message: '/b: expected type string' }, 'also'],
    [
      'of more places',
      { ...finding, message: '/items/0/a: expected type string (and in 77 more places)' },
      { ...finding, message: '/items/3/a: expected type string' },
      'same',
    ],
    [
      'of one filter with two values',
      { ...finding, check: 'filter', message: 'a=1 lets 3 items through', expected: 'only 1' },
      { ...finding, check: 'filter', message: 'a=2 lets 3 items through', expected: 'only 2' },
      'also',
    ],
    [
      'of one filter that lets more through',
      { ...finding, check: 'filter', message: 'a=1 lets 3 items through' },
      { ...finding, check: 'filter', message: 'a=1 lets 12 items through' },
      'same',
    ],
    ['of two checks', finding, { ...finding, check: 'headers' }, 'apart'],
    ['of two severities', finding, { ...finding, severity: 'drift' }, 'apart'],
    ['of two clauses', finding, { ...finding, pointer: '/components/schemas/B/type' }, 'apart'],
    ['that expect two things of a clause', finding, { ...finding, expected: 'a property `b`' }, 'apart'],
    [
      'without a clause, of two operations',
      withoutPointer,
      { ...withoutPointer, operationId: 'getSailing' },
      'apart',
    ],
    [
      'of one leak in two operations',
      { ...withoutPointer, check: 'leak', message: 'SQL' },
      { ...withoutPointer, check: 'leak', message: 'SQL', operationId: 'getSailing', actual: 'SQL: SELECT' },
      'also',
    ],
    [
      'of two leaks',
      { ...withoutPointer, check: 'leak', message: 'SQL' },
      { ...withoutPointer, check: 'leak', message: 'a stack trace' },
      'apart',
    ],
  ])('%s', (_, one, other, want) => {
    const causes = toCauses([one, other]);
    expect(causes).toEqual(
      {
        same: [{ first: one, same: [one, other], also: [] }],
        also: [{ first: one, same: [one], also: [[other]] }],
        apart: [
          { first: one, same: [one], also: [] },
          { first: other, same: [other], also: [] },
        ],
      }[want],
    );
  });
});

test('elsewhere names what is said otherwise, and operations of the same regions together', () => {
  const other = { ...finding, message: '/b: expected type string' };
  const inBoth = ['us', 'eu'].flatMap((region) => [
    { ...finding, region },
    { ...other, region },
    { ...finding, region, operationId: 'getSailing' },
    { ...finding, region, operationId: 'getHarbour' },
  ]);
  const [cause = expect.fail()] = toCauses([...inBoth, { ...finding, operationId: 'getLine' }]);
  expect(elsewhere(cause)).toEqual([
    '/b: expected type string (us, eu)',
    'getSailing, getHarbour (us, eu)',
    'getLine (us)',
  ]);
});

test('every finding is in exactly one cause', () => {
  const few = (key: string): fc.Arbitrary<string> => fc.constantFrom(`${key}1`, `${key}2`);
  const any = fc.record({
    region: few('r'),
    operationId: few('o'),
    case: few('c'),
    check: few('k'),
    severity: fc.constantFrom<Finding['severity'][]>('failed', 'drift'),
    message: few('m'),
    pointer: few('p'),
  });
  fc.assert(
    fc.property(fc.array(any), (findings) => {
      const told = toCauses(findings).flatMap(({ same, also }) => [...same, ...also.flat()]);
      expect(told).toHaveLength(findings.length);
      expect(new Set(told)).toEqual(new Set(findings));
    }),
  );
});
