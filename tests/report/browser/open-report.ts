import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { RunResult } from '../../../scripts/model/run-result.ts';
import { readPageFiles } from '../../../scripts/page-files.ts';
import { toHtml } from '../../../scripts/report/html.ts';
import { findBrowser, launchBrowser, type Opened, openPage } from '../../fixtures/browser.ts';

const page = readPageFiles();

/** Writes the report and returns its address. */
export function writeReport(result: RunResult): string {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.html');
  writeFileSync(file, toHtml(result, page));
  return pathToFileURL(file).href;
}

type Open = (url: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Tests in a browser, which are left out where there is none. */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  describe.skipIf(findBrowser() === undefined)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());
    tests((url, options) => openPage(browser, url, options));
  });
}
