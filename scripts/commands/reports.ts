import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode } from '../exit-code.ts';
import type { RunResult } from '../model/run-result.ts';
import { readPackage } from '../package.ts';
import { readPageFiles } from '../page-files.ts';
import { toHar } from '../report/har.ts';
import { toHtml } from '../report/html.ts';
import { toJunit } from '../report/junit.ts';
import { toResultJson } from '../report/result-json.ts';
import { toSummary } from '../report/summary.ts';
import { writeFiles } from '../write-files.ts';
import type { World } from './io.ts';

const reports: Readonly<Record<string, (result: RunResult) => string>> = {
  'result.json': toResultJson,
  'junit.xml': toJunit,
  'summary.md': toSummary,
  'report.html': (result) => toHtml(result, readPageFiles()),
  'run.har': (result) => {
    const { bin, version } = readPackage();
    return toHar(result, { name: bin, version });
  },
};

/** Writes every report of a run into a folder, and deletes again what shows a secret nonetheless. */
export async function writeReports(result: RunResult, folder: string, world: World): Promise<ExitCode> {
  let leaking = false;
  // One after another, for each may be large.
  for (const [name, toText] of Object.entries(reports)) {
    await writeFiles(folder, [{ name, text: toText(result) }]);
    if (await deleteLeaking(join(folder, name), world)) leaking = true;
  }
  return leaking ? ExitCode.bug : result.exitCode;
}

async function deleteLeaking(path: string, { guard, err }: World): Promise<boolean> {
  const leaking = guard.isLeaking(await readFile(path, 'utf8'));
  if (leaking) await rm(path);
  err(
    leaking
      ? `${path} showed a secret and was deleted. This is a bug of this program, please report it.`
      : path,
  );
  return leaking;
}
