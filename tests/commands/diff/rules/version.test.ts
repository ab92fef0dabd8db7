import { expect, test } from 'vitest';
import type { Severities } from '../../../../scripts/commands/diff/rules/diff.ts';
import { withVersion } from '../../../../scripts/commands/diff/rules/version.ts';
import type { Change } from '../../../../scripts/model/change.ts';
import { openUnchecked } from '../../../../scripts/openapi/open-spec.ts';
import { openText } from '../../../fixtures/open.ts';

async function open(version: string) {
  return (
    await openText({ openapi: '3.1.0', info: { title: 'T', version }, paths: {} }, 'a.yaml', openUnchecked)
  ).spec;
}

const location = { file: 'a.yaml', line: 1, column: 1 };
const change = (severity: Change['severity']): Change => ({
  ...{ breaking: severity === 'error', severity, rule: 'r', text: 't', operations: [], location },
});

async function versionRules(before: string, now: string, breaks = true, severities: Severities = new Map()) {
  const specs = { base: await open(before), revision: await open(now) };
  const changes = [change(breaks ? 'error' : 'warning'), change('info')];
  const all = withVersion({ operations: [], changes, texts: 0, hidden: 0 }, specs, { severities });
  return [all.changes.map(({ severity, rule }) => `${severity} ${rule}`).join(', '), all.hidden];
}

test.each([
  ['1.2.3', '1.2.3', 'version-not-raised'],
  ['2026-01', '2026-01', 'version-not-raised'],
  ['1.2.3', '1.3.0', 'version-major-not-raised'],
  ['v1.2.3', 'v1.2.4-rc.1', 'version-major-not-raised'],
  ['0.1.0', '0.1.1', 'version-major-not-raised'],
  ['1.2.3', '1.2.2', 'version-lowered'],
  ['2.0.0', '1.9.9', 'version-lowered'],
])('after %s, %s says nothing of what breaks', async (before, now, rule) => {
  expect(await versionRules(before, now)).toEqual([`error r, warning ${rule}, info r`, 0]);
});

test.each([
  ['1.2.3', '2.0.0'],
  ['1.2.3', '2.0.0-rc.1'],
  ['0.1.0', '0.2.0'],
  ['0.1.0', '1.0.0'],
  ['2026-01', '2026-02'],
  ['1.9.0', '1.10'],
])('after %s, %s says that something breaks, or can not be judged', async (before, now) => {
  expect(await versionRules(before, now)).toEqual(['error r, info r', 0]);
});

test('nothing breaks', async () => {
  expect(await versionRules('1.0.0', '1.0.0', false)).toEqual(['warning r, info r', 0]);
});

test('another severity', async () => {
  const as = (severity: 'error' | 'none') => new Map([['version-not-raised', severity]] as const);
  expect(await versionRules('1.0.0', '1.0.0', true, as('error'))).toEqual([
    'error r, error version-not-raised, info r',
    0,
  ]);
  expect(await versionRules('1.0.0', '1.0.0', true, as('none'))).toEqual(['error r, info r', 1]);
});
