import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as alone, describe, expect, vi } from 'vitest';
import { encodings, innermost } from '../fixtures/encodings.ts';
import { listenOn, type Reply, withServer } from '../fixtures/server.ts';
import { startLocal } from './local.ts';

/** Each encoding writes it in another way. */
const canary = 'ca/na ry"+&<%\\~=tweet';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const json = { 'Content-Type': 'application/json' };
const body = (value: unknown): string => JSON.stringify(value);

/** Where a server may repeat a token. */
const positions: readonly ((token: string) => Reply)[] = [
  (token) => ({ headers: json, body: body({ run_id: token, items: [{ run_id: token }] }) }),
  (token) => ({ headers: json, body: body({ [token]: 1, items: token }) }),
  (token) => ({
    status: 500,
    headers: json,
    body: body({ detail: `bad token ${token} at Object.f (/srv/a.js:1:2)` }),
  }),
  (token) => ({ status: 500, headers: { 'Content-Type': 'text/html' }, body: `<h1>${token}</h1>` }),
  (token) => ({ headers: json, body: `{"items": "${token}` }),
  (token) => ({
    headers: { ...json, 'X-Token': token, 'X-Basic': `Basic ${base64(`me:${token}`)}` },
    body: '{}',
  }),
  (token) => ({
    status: 302,
    headers: { Location: `https://elsewhere.example/?t=${encodeURIComponent(token)}` },
  }),
  (token) => ({
    status: 302,
    headers: { Location: `https://me:${encodeURIComponent(token)}@elsewhere.example/` },
  }),
  (token) => ({ status: 401, headers: { 'WWW-Authenticate': `Bearer realm="${token}"` }, body: token }),
  (token) => ({ headers: { 'Content-Type': `application/${token}` }, body: '{}' }),
  (token) => ({ headers: { 'Content-Type': `text/plain; charset="${token}"` }, body: encodeURI(token) }),
  (token) => ({
    headers: { ...json, 'Set-Cookie': `session=${encodeURIComponent(token)}` },
    body: body(base64(token)),
  }),
  (token) => ({ headers: json, body: body({ a: body({ b: token }) }) }),
  (token) => ({ headers: json, body: body({ detail: 'x'.repeat(19_980) + token }) }),
  (token) => ({ headers: Object.fromEntries(inHeaders(token)), body: '{}' }),
  (token) => ({
    status: 302,
    headers: { Location: `https://elsewhere.example/${encodeURIComponent(base64(token))}` },
  }),
  ...Object.values(encodings).map(
    (outer) =>
      (token: string): Reply => ({
        headers: json,
        body: body({ items: Object.values(innermost).map((inner) => outer(inner(token))) }),
      }),
  ),
];

/** Each encoding that a header can hold. */
function inHeaders(token: string): (readonly [string, string])[] {
  const values = Object.values(innermost).map((encode) => encode(token));
  return values.flatMap((value, index) => (/^[!-~ ]+$/.test(value) ? [[`X-Token-${index}`, value]] : []));
}

function tokenOf({ headers }: IncomingMessage): string {
  return (headers.authorization ?? '').replace(/^Bearer /, '');
}

/** Each has a process of its own, and waits. */
const test = alone.concurrent;

/** Waiting for a request that gets no answer takes its time. */
vi.setConfig({ testTimeout: 180_000 });

/** The program in a process of its own, against servers that say the token wherever they can. */
async function run(url: string, args: readonly string[], own: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'));
  const ids = { ACCOUNT_ID: 'a1', ENVIRONMENT_ID: 'e1', RIVER_ID: 'r1', RUN_ID: 'n1' };
  const env = Object.fromEntries(
    ['US', 'EU'].flatMap((region) => [
      [`RIVERY_${region}_TOKEN`, canary],
      ...Object.entries(ids).map(([key, value]) => [`RIVERY_${region}_${key}`, value]),
    ]),
  );
  const only = args.includes('us') ? ['us'] : ['us', 'eu'];
  const bases = only.flatMap((region) => ['--base-url', `${region}=${url}`]);
  const options = ['--report-dir', folder, ...args];
  const child = spawn(process.execPath, ['scripts/bin.js', 'contract', ...bases, ...options], {
    env: { ...process.env, GITHUB_ACTIONS: 'true', ...env, ...own },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const files = (): Record<string, string> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const ended = once(child, 'close').then(([code]) => ({ code, printed, files: files() }));
  return { child, ended, printed: () => printed };
}

type Ended = Awaited<Awaited<ReturnType<typeof run>>['ended']>;

/** What would give it away, one encoding in another, but for what its neighbours have a part in at both ends. */
const traces = Object.values(encodings).flatMap((outer) =>
  Object.values(innermost).map((inner) => outer(inner(canary)).slice(6, -6)),
);

function expectNoCanary({ printed, files }: Ended): void {
  for (const [name, text] of [['what was printed', printed], ...Object.entries(files)] as const) {
    expect(
      traces.filter((trace) => text.includes(trace)),
      name,
    ).toEqual([]);
    expect(text.toLowerCase(), name).not.toContain('tweet');
  }
}

const reports = ['junit.xml', 'report.html', 'result.json', 'run.har', 'summary.md'];

describe('a token that the server repeats everywhere', () => {
  test('is in no report and no line, though the runs are full of it', async () => {
    let asked = 0;
    const cookies: unknown[] = [];
    const answer = (request: IncomingMessage): Reply => {
      asked += 1;
      cookies.push(...(request.headers.cookie ?? []));
      return positions[asked % positions.length]?.(tokenOf(request)) ?? {};
    };
    const ended = await withServer(answer, async (url) => (await run(url, ['--region', 'us'])).ended);
    expect(ended.code).toBe(1);
    expect(cookies, 'cookies of earlier answers').toEqual([]);
    expect(Object.keys(ended.files)).toEqual(reports);
    for (const [name, text] of Object.entries(ended.files))
      expect(text.split('***').length, name).toBeGreaterThan(5);
    expectNoCanary(ended);
  });

  test('leaves no file in which the parts of an answer come to spell it', async () => {
    const answer = (): Reply => ({ headers: { ...json, 'X-Part': 'tweet tweet' }, body: '{}' });
    const spelt = { RIVERY_US_TOKEN: 'X-Part: tweet tweet' };
    const ended = await withServer(
      answer,
      async (url) => (await run(url, ['--tier', 'smoke', '--region', 'us'], spelt)).ended,
    );
    expect(ended.code).toBe(70);
    expect(ended.printed).toContain('report.html would show a secret, so it was not written');
    expect(ended.files).not.toHaveProperty(['report.html']);
  });
});

test('a finding that is about it is known again in the next run', async () => {
  const answer = (request: IncomingMessage): Reply => positions[1]?.(tokenOf(request)) ?? {};
  const kept = join(mkdtempSync(join(tmpdir(), 'baseline-')), 'result.json');
  await withServer(answer, async (url) => {
    const first = await (await run(url, ['--region', 'us', '--tier', 'smoke'])).ended;
    writeFileSync(kept, first.files['result.json'] ?? '');
    const args = ['--region', 'us', '--tier', 'smoke', '--baseline', kept];
    const second = await (await run(url, args)).ended;
    expect(second.printed).toMatch(/Compared with the baseline: 0 new, [1-9]\d* as before, 0 fixed\./);
    expectNoCanary(second);
  });
});

describe('it is not shown either', () => {
  test('when every token is refused (exit status 4)', async () => {
    const answer = (request: IncomingMessage): Reply => ({
      status: 401,
      headers: json,
      body: body({ message: tokenOf(request) }),
    });
    const ended = await withServer(
      answer,
      async (url) => (await run(url, ['--region', 'us', '--tier', 'smoke'])).ended,
    );
    expect(ended.code).toBe(4);
    expectNoCanary(ended);
  });

  test('when nothing answers in time', async () => {
    const silent = createServer(() => undefined);
    const { ended } = await run(await listenOn(silent), ['--region', 'us', '--timeout', '0.3']);
    const result = await ended;
    silent.closeAllConnections();
    silent.close();
    expect(result.printed).toContain('no complete response within 0.3 s');
    expect(result.code).toBe(4);
    expectNoCanary(result);
  });

  test('when it can not be used (exit status 3)', async () => {
    const { ended } = await run('http://127.0.0.1:1', [], { RIVERY_EU_TOKEN: `${canary}\u0007` });
    const result = await ended;
    expect(result.code).toBe(3);
    expect(result.printed).toContain('RIVERY_EU_TOKEN');
    expectNoCanary(result);
  });

  test.each([
    ['the program crashes', 'bin.js', 'process.env.RIVERY_US_TOKEN', 70],
    // It knows a token from the job that it is sent.
    ["a region's process crashes", 'child.js', 'told', 4],
  ])('when %s', async (_, script, token, code) => {
    const preload = join(mkdtempSync(join(tmpdir(), 'crash-')), 'crash.mjs');
    const crash = `if (process.argv[1].endsWith(${body(script)})) {
      const emit = process.emit;
      let told;
      process.emit = (name, ...rest) => {
        if (name === 'message') told = rest[0].variables.token;
        return emit.call(process, name, ...rest);
      };
      setTimeout(() => { throw new Error('boom ' + ${token}); }, 4000);
    }`;
    writeFileSync(preload, crash);
    const slowly = { NODE_OPTIONS: `--import ${preload}` };
    const local = await startLocal();
    const { ended } = await run(
      local.simulator.regions[0]?.url ?? '',
      ['--region', 'us', '--rate', '60/min'],
      slowly,
    );
    const result = await ended;
    await local.simulator.close();
    expect(result.printed).toContain('boom ***');
    expect(result.code).toBe(code);
    expectNoCanary(result);
  });

  test('when somebody has enough (Ctrl-C)', async () => {
    const answer = (request: IncomingMessage): Reply => positions[0]?.(tokenOf(request)) ?? {};
    const ended = await withServer(answer, async (url) => {
      const long = { RIVERY_US_TOKEN: canary + 'x'.repeat(700) };
      const { child, ended: ending, printed } = await run(url, ['--region', 'us', '--rate', '600/min'], long);
      while (!/us: \d+ of/.test(printed())) await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGINT');
      return ending;
    });
    expect(ended.code).toBe(130);
    expect(Object.keys(ended.files)).toEqual(reports);
    expectNoCanary(ended);
  });
});
