import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunResult } from '../../../scripts/model/run-result.ts';
import { readPageFiles } from '../../../scripts/report/page/page-files.ts';
import { toHtml } from '../write.ts';

const page = readPageFiles();

/** Writes the report and returns its address. */
export function writeReport(result: RunResult): string {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.html');
  writeFileSync(file, toHtml(result, page));
  return pathToFileURL(file).href;
}
