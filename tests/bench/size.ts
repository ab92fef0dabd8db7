/**
 * How much memory a long run takes, and how large its reports get: about so many requests to one region (10,000 where
 * no number is given), each answered with 100 kB of JSON; once where every answer is right, and once where a check fails
 * on each of them. The program runs as users run it, in a process of its own.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportFolder, startProgram } from '../e2e/program.ts';
import { tellsOfProcesses, watchMemory } from '../fixtures/processes.ts';
import { type Reply, withServer } from '../fixtures/server.ts';

/**
 * Megabytes of 1024²: of a process, the program's or that of its region; of both together, where what they share, Node's
 * own code, counts twice; and of each report.
 */
const limits = { process: 400, all: 600, report: 20 } as const;

/** Query parameters of an operation; each is asked for in three wrong ways. */
const parameters = Array.from({ length: 13 }, (_, at) => `p${at}`);

const wanted = Number(process.argv[2] ?? 10_000);
const operations = Math.max(1, Math.round(wanted / (3 * parameters.length + 2)));

const item = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};
const schema = { type: 'array', items: item };
const answer = { description: 'It.', content: { 'application/json': { schema } } };
const query = parameters.map((name) => ({
  ...{ name, in: 'query' },
  schema: { type: 'integer', minimum: 1, maximum: 9 },
}));
const paths = Array.from({ length: operations }, (_, at) => [
  `/things/${at}`,
  { get: { operationId: `getThings${at}`, parameters: query, responses: { 200: answer, 422: answer } } },
]);
const description = {
  openapi: '3.1.0',
  info: { title: 'Big', version: '1' },
  servers: [{ url: 'https://a.example', 'x-region': 'one' }],
  paths: Object.fromEntries(paths),
};

/** 100 kB of items, of which the last one has this name. */
function bodyWith(name: unknown): string {
  const items = Array.from({ length: 1450 }, (_, id) => ({
    id,
    name: `the thing with the long name ${id} of many`,
  }));
  return JSON.stringify([...items, { id: items.length, name }]);
}

function isRight(url: string): boolean {
  return [...new URL(url, 'http://a.example').searchParams.values()].every((value) => /^[1-9]$/.test(value));
}

/** @param wantedCode the exit status of the variant: of a run that failed otherwise the figures say nothing */
async function measure(
  spec: string,
  variant: string,
  { body, wantedCode }: { readonly body: string; readonly wantedCode: number },
): Promise<boolean> {
  const reply = (status: number): Reply => ({
    status,
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  const reports = await reportFolder();
  let asked = 0;
  const start = performance.now();
  const { code, err, peak } = await withServer(
    ({ url = '' }) => {
      asked += 1;
      return reply(isRight(url) ? 200 : 422);
    },
    async (url) => {
      const options = ['--quiet', '--report-dir', reports.folder, '--base-url', `one=${url}`];
      const { pid, ended } = startProgram(['contract', '--spec', spec, ...options]);
      const peakOf = watchMemory(pid, 200);
      return { ...(await ended), peak: peakOf() };
    },
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${variant}: exit ${code}, ${asked} requests of ${body.length} bytes in ${seconds} s`);
  console.log(`  memory  ${peak.one.toFixed(0)} MB at most in one process, ${peak.sum.toFixed(0)} MB in all`);
  const isSmall = await Promise.all(
    ['result.json', 'junit.xml', 'run.har', 'summary.md', 'report.html'].map(async (name) => {
      const size = (await stat(join(reports.folder, name)).catch(() => undefined))?.size;
      console.log(
        `  ${name.padEnd(12)} ${size === undefined ? 'missing' : `${(size / 1024 / 1024).toFixed(1)} MB`}`,
      );
      return size !== undefined && size < limits.report * 1024 * 1024;
    }),
  );
  await rm(reports.folder, { recursive: true });
  const isWhole = code === wantedCode && asked >= 0.9 * wanted;
  if (!isWhole)
    console.log(`Not the run that was to be measured: exit ${code} instead of ${wantedCode}.\n${err}`);
  return isWhole && peak.one < limits.process && peak.sum < limits.all && isSmall.every(Boolean);
}

async function measureBoth(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'size-'));
  const spec = join(folder, 'big.json');
  await writeFile(spec, JSON.stringify(description));
  const passes = await measure(spec, 'every check passes', { body: bodyWith('the last one'), wantedCode: 0 });
  const fails = await measure(spec, 'a check of each fails', { body: bodyWith(1), wantedCode: 1 });
  await rm(folder, { recursive: true });
  process.exitCode = passes && fails ? 0 : 1;
}

// Memory of which nothing is told would seem small.
if (tellsOfProcesses) await measureBoth();
else console.log('Not run: it reads /proc, which only Linux has.');
