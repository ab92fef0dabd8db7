import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { withFiles } from '../fixtures/open.ts';
import { type Reply, withServer } from '../fixtures/server.ts';
import { call } from './call.ts';

const json = { 'Content-Type': 'application/json' };
const schema = { type: 'object', properties: { now: { type: 'integer' } }, required: ['now'] };
const description = stringify({
  ...{
    openapi: '3.1.0',
    info: { title: 'Clock', version: '1' },
    servers: [{ url: 'https://a.example', 'x-region': 'one' }],
  },
  paths: {
    '/zone': {
      head: {
        operationId: 'headZone',
        responses: { 200: { description: 'Its headers.', content: { 'application/json': { schema } } } },
      },
    },
    '/now': {
      get: {
        operationId: 'getNow',
        parameters: [{ name: 'zone', in: 'query', schema: { enum: ['utc'] }, 'x-provenance': 'inferred' }],
        responses: {
          200: { description: 'Now.', content: { 'application/json': { schema } } },
          422: { description: 'No such zone.' },
          500: { description: 'An error.' },
        },
      },
    },
  },
});

async function run(answer: (method: string, url: string, asked: number) => Reply) {
  let asked = 0;
  return withFiles({ 'clock.yaml': description }, (folder) =>
    withServer(
      ({ method = '', url = '' }) => {
        asked += 1;
        return answer(method, url, asked);
      },
      (url) =>
        call(['contract', '--spec', join(folder, 'clock.yaml'), '--base-url', `one=${url}`, '--quiet']),
    ),
  );
}

const isWrong = (url: string): boolean => url.includes('no-such-value');
const now = (asked: number): Reply => ({ headers: json, body: JSON.stringify({ now: asked }) });

test('an answer that names the time is another one each time: drift, which does not end the run in 4', async () => {
  const { code, out } = await run((_, url, asked) => (isWrong(url) ? { status: 422 } : now(asked)));
  expect(out).toContain('/now differs from the response just before');
  expect(code).toBe(0);
});

test('the page of a gateway is forgiven where the answer is good when it is asked for again', async () => {
  const seen = new Set<string>();
  const { code, out } = await run((method, url) => {
    const key = `${method} ${url}`;
    const isFirst = !seen.has(key) && method !== 'DELETE';
    seen.add(key);
    if (isFirst)
      return { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad gateway</h1>' };
    return isWrong(url) ? { status: 422 } : now(1);
  });
  expect(out).toContain('before that: status 502');
  expect(out).not.toContain('✗');
  expect(code).toBe(0);
});

test('an error of the server is no answer to a wrong value, however that is known', async () => {
  const { code, out } = await run((_, url) => (isWrong(url) ? { status: 500 } : now(1)));
  expect(out).toContain('the status is 500 instead of 422');
  expect(code).toBe(1);
});
