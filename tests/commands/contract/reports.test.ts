import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExitCode } from '../../../scripts/base/exit-code.ts';
import { writeReports } from '../../../scripts/commands/contract/reports.ts';
import { createOutputRedactor } from '../../../scripts/io/secrets/output-redactor.ts';
import { toView } from '../../../scripts/report/view.ts';
import { runResult } from '../../report/builder.ts';

test.each([
  [ExitCode.kept, ExitCode.usage],
  [ExitCode.broken, ExitCode.broken],
  [ExitCode.notJudged, ExitCode.notJudged],
  [ExitCode.interrupted, ExitCode.interrupted],
])('a report that can not be written: the others are, and %i ends in %i', async (exitCode, wanted) => {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  await mkdir(join(folder, 'junit.xml'));
  const said: string[] = [];
  const world = { guard: createOutputRedactor(), err: (line: string) => said.push(line) };
  const result = runResult([], { exitCode });
  expect(await writeReports(result, toView(result), folder, world)).toBe(wanted);
  expect(said.join('\n')).toContain(
    `error: \`${join(folder, 'junit.xml')}\` could not be written: it is a folder.`,
  );
  expect(said.at(-1)).toContain('The verdict is unchanged');
  expect((await readdir(folder)).toSorted()).toEqual(
    ['junit.xml', 'report.html', 'result.json', 'run.har', 'summary.md'].toSorted(),
  );
});
