import { expect, test } from 'vitest';
import { toView } from '../../scripts/report/view.ts';
import { runResult } from './builder.ts';

const outcome = { check: 'schema', verdict: 'failed', message: '/a: expected type string' } as const;
const place = { region: 'eu', operationId: 'getSailing', case: 'success' } as const;

test('a flaky case whose only finding is accepted is still named as flaky', () => {
  const result = runResult([{ at: place, outcome, verdict: 'flaky', reason: 'before that: status 502' }]);
  const findings = result.findings.map((one) => ({
    ...one,
    severity: 'failed' as const,
    accepted: { reason: 'ticket 4711', expires: '2999-12-31' },
  }));
  expect(findings.length).toBeGreaterThan(0);
  const { sections } = toView({ ...result, findings });
  expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['known', 'flaky']));
});

test('a cause with responses of several statuses names none of them', () => {
  const unlike = { ...outcome, expected: 'type string', actual: '5', pointer: '/components/schemas/Error' };
  const changes = ['wrong-token', 'unknown-sailing_id'].map((name) => ({
    at: { ...place, case: name },
    outcome: unlike,
    verdict: 'failed' as const,
  }));
  const [both, more] = toView(runResult(changes)).failures;
  expect([both?.sentence, more]).toEqual(['the response has 5 at /a instead of type string', undefined]);
  const [alone] = toView(runResult(changes.slice(0, 1))).failures;
  expect(alone?.sentence).toBe('401 response has 5 at /a instead of type string');
});
