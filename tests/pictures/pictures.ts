// Writes the picture of a red run that README.md shows: a real run against local regions, of which one has a fault.
import { writeFile } from 'node:fs/promises';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { toTerminal } from '../../scripts/report/terminal.ts';
import { speedUpTimers } from '../../scripts/run/fast-timers.ts';
import { runContract } from '../e2e/contract-run.ts';
import { startLocal } from '../e2e/local.ts';
import { toSvg } from './to-svg.ts';

const window = { START_DATE: '2026-01-13T12:00:00', END_DATE: '2026-01-20T12:00:00' };

speedUpTimers();
const clock = (): number => Date.parse(`${window.END_DATE}Z`);
const local = await startLocal({ faults: { eu: ['body-required-missing'] }, clock });
const dates = ['US', 'EU'].flatMap((region) =>
  Object.entries(window).map(([name, value]) => [`RIVERY_${region}_${name}`, value]),
);
const args = ['--allow-run', '--allow-unsafe', '--rate', '60000/min', ...local.baseUrls];
const { result, code, out } = await runContract(local, args, { ...local.env, ...Object.fromEntries(dates) });
await local.simulator.close();
if (code !== 1) throw new Error(`This run must be red, but ended with ${code}:\n${out}`);

const text = toTerminal(withoutChance(result), { width: 80, colour: true }).trimEnd();
const sections = text.split('\n\n').filter((section) => !section.includes('Coverage: '));
await writeFile(
  'docs/red-run.svg',
  toSvg('A run in which eu breaks the contract', `$ npm run contract\n${sections.join('\n\n')}`),
);

/** The result with the ports that `simulate` has, and one duration, so that each run makes the same picture. */
function withoutChance(result: RunResult): RunResult {
  let json = JSON.stringify(result).replaceAll(/"durationMs":\d+/g, '"durationMs":1500');
  for (const [at, { url }] of local.simulator.regions.entries())
    json = json.replaceAll(url, `http://127.0.0.1:${4010 + at}`);
  return JSON.parse(json);
}
