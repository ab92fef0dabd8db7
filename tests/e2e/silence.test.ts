import { expect, test } from 'vitest';
import { runPlain } from '../fixtures/newman.ts';
import { build, open, rivery } from '../fixtures/open.ts';
import { read } from '../fixtures/postman.ts';
import { hereAndFast } from '../fixtures/run-here.ts';
import { withServer } from '../fixtures/server.ts';
import { call } from './call.ts';

const ids = { ACCOUNT_ID: 'a1', ENVIRONMENT_ID: 'e1', RIVER_ID: 'r1', RUN_ID: 'n1', TOKEN: 'a-token' };
const env = Object.fromEntries(Object.entries(ids).map(([key, value]) => [`RIVERY_US_${key}`, value]));

/** Five requests, each with two more attempts. */
const most = 15;

/** A server that refuses everything with a limit that does not end, but the request of that number. */
async function limited<T>(but: number, use: (url: string, asked: () => number) => Promise<T>): Promise<T> {
  let asked = 0;
  return withServer(
    () => {
      asked += 1;
      return { status: asked === but ? 500 : 429 };
    },
    (url) => use(url, () => asked),
  );
}

test.each([
  ['from the first request on', 0, most],
  ['from the fourth request on, for there was an answer', 10, 10 + most],
])('a region that answers only 429 is given up: %s', async (_, but, wanted) => {
  await limited(but, async (url, asked) => {
    const { code, out } = await call(
      ['contract', '--region', 'us', '--base-url', `us=${url}`, '--rate', '60000/min', '--quiet'],
      env,
      { runner: hereAndFast },
    );
    expect(asked()).toBe(wanted);
    expect(code).not.toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'not sent, because the rate limit was reached several times in a row (429)',
    );
    expect(out).not.toContain('is kept');
  });
});

test('a region that is down is given up, and nothing of it is green', async () => {
  const { code, out } = await call(
    ['contract', '--region', 'us', '--base-url', 'us=http://127.0.0.1:1', '--quiet'],
    env,
    { runner: hereAndFast },
  );
  expect(code).toBe(4);
  expect(out).toMatch(/15 requests in .*5 cases unreachable/s);
  expect(out).toContain('nothing accepts connections there');
  expect(out).toContain('not sent, because the region had not responded to several requests in a row');
});

test('plain newman gives it up, too', async () => {
  const { files } = await build(await open(rivery));
  const collection = read(files, '.contract.postman_collection.json');
  const own = { token: 't', account_id: 'a', environment_id: 'e', river_id: 'r', run_id: 'n' };
  await limited(0, async (url, asked) => {
    const seen = await runPlain(collection, { ...own, 'base-url': url, 'run-base-url': url });
    expect(asked()).toBe(most);
    const tests = [...seen.values()].flatMap((one) => one.tests);
    expect(tests.filter((line) => line.startsWith('failed'))).not.toEqual([]);
  });
});
