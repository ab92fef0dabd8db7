import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, exitCodeAfter } from '../../base/exit-code.ts';
import { readPackage } from '../../base/package.ts';
import { UsageError } from '../../base/usage-error.ts';
import { writeFiles } from '../../io/write-files.ts';
import type { RunResult } from '../../model/run-result.ts';
import { toHar } from '../../report/har.ts';
import { toHtml } from '../../report/html.ts';
import { toJunit } from '../../report/junit.ts';
import { readPageFiles } from '../../report/page/page-files.ts';
import { toResultJson } from '../../report/result-json.ts';
import { toSummary } from '../../report/summary.ts';
import type { ReportView } from '../../report/view.ts';
import type { Context } from '../context.ts';

const { bin, version } = readPackage();
const creator = { name: bin, version };

type Report = (result: RunResult, view: ReportView) => string;

const reports: Readonly<Record<string, Report>> = {
  'result.json': (result) => toResultJson(result, creator),
  'junit.xml': (_, view) => toJunit(view),
  'summary.md': (_, view) => toSummary(view),
  'report.html': (_, view) => toHtml(view, readPageFiles()),
  'run.har': (result) => toHar(result, creator),
};

/**
 * Writes every report of a run into a folder, except one that still contains a secret. One that can't be written
 * stops neither the others nor the verdict.
 */
export async function writeReports(
  result: RunResult,
  view: ReportView,
  folder: string,
  { guard, err }: Pick<Context, 'guard' | 'err'>,
): Promise<ExitCode> {
  const paths = Object.keys(reports).map((name) => join(folder, name));
  // The folder must never contain reports of an earlier run beside those of this one.
  for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
  let leaking = false;
  let refused = false;
  // One after another, because each may be large.
  for (const [name, toText] of Object.entries(reports)) {
    const text = toText(result, view);
    const path = join(folder, name);
    if (guard.isLeaking(text)) {
      leaking = true;
      err(`${path} would show a secret, so it was not written. ${reason}`);
    } else if (await isWritten(folder, { name, text }, err)) {
      err(path);
    } else {
      refused = true;
    }
  }
  if (leaking) return exitCodeAfter(result.exitCode, 'secret found');
  if (!refused) return result.exitCode;
  err(
    'The verdict is unchanged, but some reports could not be written. Files that are left there are of an earlier run.',
  );
  return exitCodeAfter(result.exitCode, 'not written');
}

async function isWritten(
  folder: string,
  file: { readonly name: string; readonly text: string },
  err: Context['err'],
): Promise<boolean> {
  try {
    await writeFiles(folder, [file]);
    return true;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`error: ${error.message}`);
    return false;
  }
}

const reason =
  'A server may have sent it in a form that is not redacted, or this is a bug of this program: please report it.';
