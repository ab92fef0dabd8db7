import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toChangesText } from '../../scripts/report/changes-text.ts';
import { hasPrograms } from '../fixtures/programs.ts';
import { execute } from './run-newman.ts';

function readWorkflow(name: string) {
  return parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
}

const { jobs, concurrency } = readWorkflow('pull-request');
const step: string = jobs.changes.steps.at(-1).run;

/** Runs the step as GitHub does (`bash -e`), with an npm that prints a text and ends so. */
async function runStep(text: string, code: number) {
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  const at = (file: string): string => join(folder, file);
  writeFileSync(at('said.txt'), text);
  writeFileSync(at('npm'), `#!/bin/sh\necho "$@" > asked.txt\ncat said.txt\nexit ${code}\n`);
  chmodSync(at('npm'), 0o755);
  writeFileSync(at('step.sh'), step);
  const script = `cd ${folder} && PATH=${folder}:$PATH GITHUB_STEP_SUMMARY=summary.md exec bash -e step.sh`;
  const { status, out } = await execute('/bin/sh', ['-c', script]);
  const summary = existsSync(at('summary.md')) ? readFileSync(at('summary.md'), 'utf8') : '';
  return { status, out, summary, asked: readFileSync(at('asked.txt'), 'utf8').trim() };
}

/** What `diff` prints of so many changes. */
function changesText(...breaking: readonly boolean[]): string {
  const location = { file: 'a.yaml', line: 1, column: 1 };
  const changes = breaking.map((breaks) => ({
    breaking: breaks,
    severity: breaks ? ('error' as const) : ('info' as const),
    rule: 'x',
    text: 'x',
    operations: [],
    location,
  }));
  const base = { revision: 'HEAD^1', commit: '077f30a5', version: '1' };
  const compared = {
    spec: { file: 'a.yaml', title: 'T', version: '1' },
    base,
    operations: [],
    texts: 0,
    hidden: 0,
  };
  return toChangesText({ ...compared, changes }, { colour: false, width: 80 });
}

const verdict = '2 changes since HEAD^1 break clients, and 1 change that does not.';
const warning = `::warning title=Breaking::${verdict} See the summary of this job.\n`;
const told = '::error::The changes could not be told: see the log of this step.\n';

test.skipIf(!hasPrograms('bash')).each([
  ['nothing changed', changesText(), 0, 0, ''],
  ['nothing breaks', changesText(false), 0, 0, ''],
  ['something breaks', changesText(true, false, true), 1, 0, warning],
  [
    'one thing breaks',
    changesText(true),
    1,
    0,
    '::warning title=Breaking::1 change since HEAD^1 breaks clients. See the summary of this job.\n',
  ],
  ['npm fails', '', 1, 1, told],
  ['npm fails after a part', 'T 1, against HEAD^1 (0)\n\nBreaking\n', 1, 1, told],
  ['a description with problems', '', 2, 2, told],
  ['no such revision', '', 3, 3, told],
  ['nothing is printed', '', 0, 1, told],
  ['another verdict than the status says', `${verdict}\n`, 0, 1, told],
  [
    'signs of a command',
    '1 change since HEAD^1 breaks clients%0A::error::x\r.\n',
    1,
    0,
    '::warning title=Breaking::1 change since HEAD^1 breaks clients%250A::error::x%0D. See the summary of this job.\n',
  ],
])('the changes of a pull request: %s', async (_, text, code, status, out) => {
  const run = await runStep(text, code);
  expect(run).toMatchObject({ status, out });
  expect(run.asked).toBe('run --silent diff -- --base HEAD^1');
});

test.skipIf(!hasPrograms('bash'))('whatever a description holds is code in the summary', async () => {
  const hostile = `  ✗ run: \`\`\`\`\n\`\`\`\`\n~~~\n</pre>\n# Heading\n<img src=x>\n\n\n[x](y)\n\n${verdict}\n`;
  const { summary } = await runStep(hostile, 1);
  expect(fromMarkdown(summary).children).toMatchObject([{ type: 'code', value: hostile.trimEnd() }]);
});

test('what is pushed next ends the run of a pull request, never one of main or of the live regions', () => {
  expect(concurrency).toEqual({
    group: `\${{ github.workflow }}-\${{ github.event.pull_request.number || github.sha }}`,
    'cancel-in-progress': `\${{ github.event_name == 'pull_request' }}`,
  });
  expect(readWorkflow('regions').concurrency).toEqual({ group: 'live-regions', 'cancel-in-progress': false });
});
