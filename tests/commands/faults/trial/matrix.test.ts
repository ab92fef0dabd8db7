import { expect, test } from 'vitest';
import { survivors, toMatrix } from '../../../../scripts/commands/faults/trial/matrix.ts';
import { type FaultResult, toFaultResult } from '../../../../scripts/commands/faults/trial/trial.ts';
import type { Finding } from '../../../../scripts/model/run-result.ts';
import { faults } from '../../../../scripts/simulator/faults/faults.ts';

test('a class below its floor is told, and the others are not', () => {
  const results = [...some(19, true, 'body'), ...some(1, false, 'body'), ...some(18, true, 'region')];
  expect(toMatrix([...results, ...some(1, true, 'region')], 'full', true).problems).toEqual([]);
  expect(toMatrix([...results, ...some(1, false, 'region')], 'full', true).problems).toEqual([
    'Of region 94.7 % are noticed; the floor is 95 %.',
  ]);
});

test('the tier smoke has one floor for all', () => {
  const results = [...some(11, true, 'body'), ...some(9, false, 'region')];
  expect(toMatrix(results, 'smoke', true).problems).toEqual([]);
  expect(toMatrix([...results, ...some(1, false, 'region')], 'smoke', true).problems).toEqual([
    'Of all 52.4 % are noticed; the floor is 55 %.',
  ]);
});

test('a floor says nothing about a few faults that were named', () => {
  expect(toMatrix(some(1, false, 'body'), 'full', false).problems).toEqual([]);
});

test('a known survivor must not be noticed', () => {
  const [id = ''] = Object.keys(survivors);
  expect(toMatrix([result(id, true, 'body')], 'full', false).problems).toEqual([
    `${id} is noticed, but it is still listed as a survivor: remove it there.`,
  ]);
  expect(toMatrix([result(id, true, 'body')], 'smoke', false).problems).toEqual([]);
});

test('every survivor is a fault, and has its reason in the matrix', () => {
  const ids = faults.map(({ id }) => id);
  expect(Object.keys(survivors).filter((id) => !ids.includes(id))).toEqual([]);
  const text = Object.keys(survivors).map((id) => toMatrix([result(id, false, 'body')], 'full', false).text);
  expect(text).toEqual(Object.values(survivors).map((reason) => expect.stringContaining(reason)));
});

test('the matrix', () => {
  const unmet = { ...result('body-three', false, 'body'), changed: 0 };
  const results = [result('body-one', true, 'body'), result('body-two', false, 'body'), unmet];
  expect(toMatrix([...results, result('region-one', true, 'region')], 'full', false).text).toBe(matrix);
});

const matrix = `body
  ✓ body-one                                   status, schema
  ✗ body-two
  ✗ body-three

region
  ✓ region-one                                 status, schema

class         faults noticed    rate  failed   drift   other
body               3       1    33 %       1       0       0
region             1       1   100 %       0       1       0
all                4       2    50 %       1       1       0

Not noticed
  ✗ body-two: Something is wrong
    no check fails on the responses that it changed
  ✗ body-three: Something is wrong
    no request of the suite meets it`;

function result(id: string, caught: boolean, name: FaultResult['class']): FaultResult {
  const checks = caught ? ['status', 'schema'] : [];
  const by = name === 'body' ? 'failed' : 'drift';
  const title = 'Something is wrong';
  return { id, class: name, title, caught, ...(caught && { by }), checks, message: '', changed: 1 };
}

function some(count: number, caught: boolean, name: FaultResult['class']): FaultResult[] {
  return Array.from({ length: count }, (_, index) => result(`${name}-${caught}-${index}`, caught, name));
}

test('a result is by the worst that was found, and by a difference of the regions as by a failure', () => {
  const finding = (severity: Finding['severity']): Finding => ({
    ...{ region: 'us', operationId: 'op', case: 'success' },
    ...{ check: 'schema', severity, message: 'm' },
  });
  const difference = { operationId: 'op', case: 'success', what: 'status', regions: {} } as const;
  const name = { id: 'a', class: 'body', title: 't' } as const;
  const by = (...severities: Finding['severity'][]) => toFaultResult(name, severities.map(finding), [], 1).by;
  expect(by('drift', 'failed', 'flaky')).toBe('failed');
  expect(by('flaky', 'drift')).toBe('drift');
  expect(by('inconclusive')).toBeUndefined();
  expect(toFaultResult(name, [finding('drift')], [difference], 1).by).toBe('failed');
  expect(toFaultResult(name, [finding('failed')], [], 0).by).toBeUndefined();
});
