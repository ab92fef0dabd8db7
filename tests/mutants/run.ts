/**
 * Puts the mutants of `mutants.json` into `scripts/`, one at a time, and runs the test files that reach each one until
 * one is red: the nearest first, the slowest last. A red test counts only if it is green without the mutant.
 * The file with the mutant is put back in any case. What is in the results already is not run again.
 *
 *     npx tsx tests/mutants/run.ts [--results FILE] [--only 3,5] [--kinds near,far,processes,slow] [--by PART,PART]
 *
 * `--by` names test files by parts of their paths.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Drawn, findMutant, type Mutant, mutantsFile, placesIn } from './mutant.ts';
import { createReach, type Reaching } from './reach.ts';
import { type Failure, runTests, stop, type Tested } from './run-tests.ts';
import { sourceFiles } from './source-files.ts';

type Result = {
  readonly number: number;
  readonly mutant: Mutant;
  /** Where it is now, and what the line is now. */
  readonly path: string;
  readonly line: string;
  readonly red?: Failure;
  /** Whether that test is green without the mutant. */
  readonly confirmed?: boolean;
  /** The test files that ran, in this order. */
  readonly ran: readonly string[];
  /** Those that reach the mutant and did not run. */
  readonly left: readonly string[];
  readonly cpuSeconds: number;
};

const { values: options } = parseArgs({
  options: {
    results: { type: 'string', default: 'reports/mutants.json' },
    only: { type: 'string' },
    kinds: { type: 'string', default: 'near,far,processes,slow' },
    by: { type: 'string', default: '' },
  },
});

/** Puts back what is changed at the moment. */
let undo = (): void => undefined;
process.on('exit', () => undo());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

if (changes() !== '') throw new Error('`scripts/` has changes that are not committed: commit or stash them.');
const { mutants }: Drawn = JSON.parse(readFileSync(mutantsFile, 'utf8'));
const places = sourceFiles('scripts').flatMap(placesIn);
const reach = createReach();
const results = new Map<number, Result>(
  existsSync(options.results)
    ? JSON.parse(readFileSync(options.results, 'utf8')).map((one: Result) => [one.number, one])
    : [],
);

const by = options.by.split(',');
const wanted = options.only?.split(',').map(Number);
for (const [index, mutant] of mutants.entries()) {
  const number = index + 1;
  if (wanted?.includes(number) === false || results.get(number)?.red) continue;
  const result = await judge(number, mutant);
  if (result) {
    results.set(number, result);
    console.log(lineOf(result));
  } else console.log(`${number} ${mutant.path}: not found, correct it in ${mutantsFile}: ${mutant.line}`);
  save();
}
await confirm();
save();
if (changes() !== '')
  throw new Error('A mutant was left in `scripts/`: restore it with `git checkout scripts`.');

async function judge(number: number, mutant: Mutant): Promise<Result | undefined> {
  const place = findMutant(mutant, places);
  if (place === undefined) return undefined;
  const { path, line, text } = place;
  const reaching = reach(path);
  let { ran, cpuSeconds }: Pick<Result, 'ran' | 'cpuSeconds'> = results.get(number) ?? {
    ran: [],
    cpuSeconds: 0,
  };
  let red: Failure | undefined;
  const queue = batchesOf(reaching, ran);
  for (let batch = queue.shift(); batch && !red; batch = queue.shift()) {
    const tested = await runWith(path, text, batch);
    cpuSeconds += tested.cpuSeconds;
    [red] = tested.failures;
    ran = [...new Set([...ran, ...batch])];
  }
  const all = Object.values(reaching).flat();
  const left = red ? [] : all.filter((file) => !ran.includes(file));
  return { number, mutant, path, line, ...(red && { red }), ran, left, cpuSeconds };
}

/** What has not run yet. Small batches first, because most mutants are red in the tests beside them. */
function batchesOf({ pure, processes, slow }: Reaching, ran: readonly string[]): string[][] {
  const rest = (kind: string, files: readonly string[]): string[] =>
    options.kinds.split(',').includes(kind)
      ? files.filter((file) => !ran.includes(file) && by.some((part) => file.includes(part)))
      : [];
  return [
    ...chunks(rest('near', pure.slice(0, 3)), 3),
    ...chunks(rest('far', pure.slice(3)), 30),
    ...chunks(rest('processes', processes), 3),
    ...chunks(rest('slow', slow), 1),
  ];
}

function chunks(files: readonly string[], size: number): string[][] {
  return files.length === 0 ? [] : [files.slice(0, size), ...chunks(files.slice(size), size)];
}

async function runWith(path: string, text: string, files: readonly string[]): Promise<Tested> {
  const original = readFileSync(path, 'utf8');
  const putBack = (): void => writeFileSync(path, original);
  undo = putBack;
  writeFileSync(path, text);
  const tested = await runTests(files, 1, (child) => {
    undo = () => {
      stop(child);
      putBack();
    };
  }).finally(putBack);
  undo = () => undefined;
  return tested;
}

/** Runs the red test files without a mutant. A test that is red then, too, says nothing: the mutant is to run again. */
async function confirm(): Promise<void> {
  const open = [...results.values()].flatMap(({ number, red, confirmed }) =>
    red && !confirmed ? { number, red } : [],
  );
  const files = new Set(open.flatMap(({ red }) => red.file.split(' ')));
  if (files.size === 0) return;
  const { failures } = await runTests([...files], 0, (child) => {
    undo = () => stop(child);
  });
  for (const { number, red } of open) {
    const result = results.get(number);
    const isRedAnyway = failures.some(({ file, test }) => file === red.file && test === red.test);
    if (isRedAnyway) results.delete(number);
    else if (result) results.set(number, { ...result, confirmed: true });
    if (isRedAnyway)
      console.log(`${number}: void, this test is red without the mutant, too: ${red.file}: ${red.test}`);
  }
}

function save(): void {
  mkdirSync(dirname(options.results), { recursive: true });
  const sorted = [...results.values()].sort((a, b) => a.number - b.number);
  writeFileSync(options.results, `${JSON.stringify(sorted, null, 2)}\n`);
}

function changes(): string {
  return execFileSync('git', ['status', '--porcelain', 'scripts'], { encoding: 'utf8' });
}

function lineOf({ number, mutant, path, red, cpuSeconds }: Result): string {
  const verdict = red ? `red: ${red.file}: ${red.test || red.message}` : 'survived';
  return `${number} ${path}, ${mutant.operator}: ${verdict} (${Math.round(cpuSeconds)} s)`;
}
