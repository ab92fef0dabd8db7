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

/** Writes every report of a run into a folder, and deletes again what shows a secret nonetheless. */
export async function writeReports(result: RunResult, folder: string, world: World): Promise<ExitCode> {
  const { bin, version } = readPackage();
  const files = [
    { name: 'result.json', text: toResultJson(result) },
    { name: 'junit.xml', text: toJunit(result) },
    { name: 'summary.md', text: toSummary(result) },
    { name: 'report.html', text: toHtml(result, readPageFiles()) },
    { name: 'run.har', text: toHar(result, { name: bin, version }) },
  ];
  await writeFiles(folder, files);
  const leaking = await deleteLeaking(
    files.map(({ name }) => join(folder, name)),
    world,
  );
  return leaking ? ExitCode.bug : result.exitCode;
}

async function deleteLeaking(paths: readonly string[], { guard, err }: World): Promise<boolean> {
  let leaking = false;
  for (const path of paths) {
    if (guard.isLeaking(await readFile(path, 'utf8'))) {
      leaking = true;
      await rm(path);
      err(`${path} showed a secret and was deleted. This is a bug of this program, please report it.`);
    } else {
      err(path);
    }
  }
  return leaking;
}
