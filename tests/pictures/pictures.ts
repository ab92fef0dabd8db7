/**
 * Makes the pictures of the documentation from a real run against local regions, of which one has a fault: the report in
 * a terminal, which is the same in each run, and with `--browser` also the pages, which depend on the browser.
 *
 *     npm run pictures [-- --browser]
 */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { toTerminal } from '../../scripts/report/terminal.ts';
import { toView } from '../../scripts/report/view.ts';
import { speedUpTimers } from '../../scripts/run/fast-timers.ts';
import { writeSite } from '../commands/docs/site/browser/build.ts';
import { runContract } from '../e2e/contract-run.ts';
import { startLocal } from '../e2e/local.ts';
import { launchBrowser, openPage } from '../fixtures/browser.ts';
import { rivery } from '../fixtures/open.ts';
import { toSvg } from './to-svg.ts';

const folder = 'docs';
const window = { START_DATE: '2026-01-13T12:00:00', END_DATE: '2026-01-20T12:00:00' };

const { result, file } = await redRun();
const text = toTerminal(toView(result), { width: 80, colour: true }).trimEnd();
const sections = text.split('\n\n').filter((section) => !section.includes('Coverage: '));
const svg = toSvg('A run in which eu breaks the contract', `$ npm run contract\n${sections.join('\n\n')}`);
await writeFile(join(folder, 'red-run.svg'), svg);
if (process.argv.includes('--browser')) {
  await photograph('report', pathToFileURL(join(dirname(file), 'report.html')).href, {
    width: 1160,
    height: 2150,
  });
  const { url } = await writeSite(rivery);
  const operation = `${url}reference.html#operation/getRiverActivitiesRun`;
  await photograph('site', operation, { width: 1440, height: 860 });
}

/** A run in which eu has a fault; ports and durations are replaced in its result, so that it is the same each time. */
async function redRun(): Promise<{ readonly result: RunResult; readonly file: string }> {
  speedUpTimers();
  const clock = (): number => Date.parse(`${window.END_DATE}Z`);
  const { simulator, baseUrls, env } = await startLocal({ faults: { eu: ['body-required-missing'] }, clock });
  const dates = ['US', 'EU'].flatMap((region) =>
    Object.entries(window).map(([name, value]) => [`RIVERY_${region}_${name}`, value]),
  );
  const args = ['--allow-run', '--allow-unsafe', '--rate', '60000/min', ...baseUrls];
  const run = await runContract({ simulator, baseUrls, env }, args, { ...env, ...Object.fromEntries(dates) });
  await simulator.close();
  if (run.code !== 1) throw new Error(`This run must be red, but ended with ${run.code}:\n${run.out}`);
  let json = JSON.stringify(run.result).replaceAll(/"durationMs":\d+/g, '"durationMs":1500');
  for (const [at, { url }] of simulator.regions.entries())
    json = json.replaceAll(url, `http://127.0.0.1:${4010 + at}`);
  return { result: JSON.parse(json), file: run.file };
}

/** A page in light and in dark. */
async function photograph(
  name: string,
  url: string,
  viewport: NonNullable<BrowserContextOptions['viewport']>,
): Promise<void> {
  const browser = await launchBrowser();
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openPage(browser, url, { viewport, colorScheme });
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await browser.close();
}
