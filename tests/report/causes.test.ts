import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../scripts/model/run-result.ts';
import { toCauses } from '../../scripts/report/causes.ts';

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
