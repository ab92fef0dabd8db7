import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, failure } from '../fixtures/postman-answers.ts';
import { apiKey, type PostmanApi, startPostmanApi } from '../fixtures/postman-api.ts';
import { startProgram } from './program.ts';
import { clock, key, sync, syncChanged, writesOf } from './sync.ts';

let api: PostmanApi;
beforeEach(async () => {
  api = await startPostmanApi();
});
afterEach(() => api.close());

const broken: Answer = { status: 0, body: '', silent: 'breaks' };

describe('what it is told wrong', () => {
  test.each([
    ['no key', {}, [], 'POSTMAN_API_KEY is not set. It is a key of Postman'],
    ['a key in quotes', { POSTMAN_API_KEY: `'${apiKey}'` }, [], 'and no spaces, quotes or line breaks'],
    ['half a key', { POSTMAN_API_KEY: 'PMAK-1' }, [], 'POSTMAN_API_KEY is not a key'],
    ['no such workspace', key, ['--workspace', 'rivory'], 'no workspace `rivory`. Did you mean `Rivery`?'],
    [
      'plain http',
      key,
      ['--api', 'http://api.example.com'],
      '--api: it must be https, because the key is sent there.',
    ],
    ['no URL', key, ['--api', 'postman'], '--api: it is not a URL.'],
    ['neither URL nor key', {}, ['--api', 'postman'], '--api: it is not a URL.'],
    ['an empty workspace', key, ['--workspace', ''], '--workspace is empty: give an id or a name.'],
  ])('%s', async (_, env, args, message) => {
    const { code, err } = await sync(api, args, env);
    expect(err).toContain(message);
    expect([code, writesOf(api)]).toEqual([3, []]);
  });

  test('two workspaces of one name, and none named: their ids are told', async () => {
    api.workspaces.push({ id: 'w-2', name: 'Rivery', type: 'personal', visibility: 'personal' });
    const named = await sync(api, ['--workspace', 'Rivery']);
    expect(named.err).toContain('More than one workspace is called `Rivery`');
    expect(named.err).toContain('\n  w-2  Rivery (personal)');
    const unnamed = await sync(api);
    expect(unnamed.err).toContain('Name the workspace: --workspace ID or NAME.');
    expect((await sync(api, ['--workspace', 'w-2'])).code).toBe(0);
    expect([named.code, unnamed.code]).toEqual([3, 3]);
  });

  test('a workspace on the second page of workspaces is found', async () => {
    const more = Array.from({ length: 120 }, (_, index) => `w-${index}`);
    for (const id of more) api.workspaces.push({ id, name: id, type: 'team', visibility: 'team' });
    expect((await sync(api, ['--workspace', 'w-119'])).code).toBe(0);
  });

  test('a description with problems', async () => {
    expect((await syncChanged(api, () => 'openapi: 3.1.0', ['--apply'])).code).toBe(2);
    expect(api.log).toEqual([]);
  });
});

describe('what it is refused', () => {
  test('a wrong key, which is printed nowhere', async () => {
    const wrong = 'PMAK-a-wrong-one-0123456789abcdef';
    const { code, out, err } = await sync(api, [], { POSTMAN_API_KEY: wrong });
    expect(err).toContain("Postman's API refuses the key. It may be incomplete, revoked or expired");
    expect(out + err).not.toContain(wrong);
    expect(code).toBe(4);
  });

  test('an error that repeats the key is printed without it', async () => {
    api.disturb = () => failure(400, 'badKey', `the key ${apiKey} has no place here`);
    const { code, err } = await sync(api);
    expect(err).toContain('the key *** has no place here');
    expect(code).toBe(4);
  });

  test.each([
    [
      'a page',
      { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<!DOCTYPE html><p>Sign in' },
      'should return JSON, but the response is an HTML page (200, text/html): a proxy',
    ],
    ['another form', { status: 200, body: { data: [] } }, 'a response has no `workspaces`, which Postman'],
    [
      'half an answer',
      { status: 200, body: '{"workspaces": [' },
      'should return JSON, but the response is something else',
    ],
    [
      'a redirect',
      { status: 302, headers: { Location: 'https://elsewhere.example' }, body: '' },
      'redirects to https://elsewhere.example (302)',
    ],
    [
      'a limit of hours',
      { status: 429, headers: { RetryAfter: '7200' }, body: {} },
      "the rate limit of Postman's API is used up",
    ],
    ['its own error, three times', { status: 503, body: 'no' }, "Postman's API has an internal error (503)"],
    [
      'not there',
      { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<html>Not Found' },
      "Postman's API does not find it (404: an HTML page). Check the address of --api: the response came from 127.0.0.1:",
    ],
    [
      'nothing, three times',
      broken,
      "can't be reached: UND_ERR_SOCKET. Check the network and the address of --api.",
    ],
  ])('%s', async (_, reply, message) => {
    api.disturb = () => reply;
    const { code, err } = await sync(api, ['--apply']);
    expect(err).toContain(message);
    expect([code, writesOf(api)]).toEqual([4, []]);
  });

  test('a refusal of one keeps none of the others from being done; the next run goes on', async () => {
    api.disturb = ({ method, body }) =>
      method === 'POST' && JSON.stringify(body).includes('Clock, contract')
        ? failure(413, 'tooLarge', 'Request entity too large')
        : undefined;
    const half = await sync(api, ['--apply']);
    expect(half.err).toContain(
      "error: collection Clock, contract: it is larger than Postman's API accepts (413: tooLarge",
    );
    expect(half.err).toContain('Not done:\n  collection   Clock, contract\nRun it again');
    expect(half.out).toContain('\n2 created.');
    api.disturb = () => undefined;
    const rest = await sync(api, ['--apply']);
    expect(rest.out).toContain('\n1 created, 2 unchanged.');
    expect([half.code, rest.code, api.collections.length]).toEqual([4, 0, 2]);
  });
});

describe('what goes wrong for a moment', () => {
  test('a limit is waited for as long as it says, and told; the write is sent again', async () => {
    let left = 2;
    api.disturb = ({ method }) => {
      if (method !== 'POST' || left === 0) return undefined;
      left -= 1;
      return {
        status: 429,
        headers: { 'X-RateLimit-RetryAfter': '1' },
        body: { error: { name: 'rateLimited' } },
      };
    };
    const { code, out, err } = await sync(api, ['--apply']);
    expect(err).toContain('Waiting 1 s, as it requires.');
    expect(out).toContain('\n3 created.');
    expect([code, api.collections.length]).toEqual([0, 2]);
  });

  test('an error of the server is no reason to give up reading', async () => {
    let left = 2;
    api.disturb = () => {
      left -= 1;
      return left >= 0 ? { status: 502, body: '<html>Bad gateway' } : undefined;
    };
    expect((await sync(api)).code).toBe(0);
  });

  test.each([
    ['whose answer is lost', broken],
    ['that ends in an error of the server', { status: 500, body: { error: { name: 'serverError' } } }],
  ])('a creation %s is not repeated: it is looked for, and found', async (_, reply) => {
    api.disturb = ({ method }) => (method === 'POST' ? { ...reply, after: true } : undefined);
    const { code, out } = await sync(api, ['--apply']);
    expect(out).toContain('\n3 created.');
    expect([code, writesOf(api), api.collections.length]).toEqual([
      0,
      ['POST /collections', 'POST /collections', 'POST /environments'],
      2,
    ]);
  });

  test('a creation that did not arrive is not repeated either; the next run makes it', async () => {
    api.disturb = ({ method }) => (method === 'POST' ? broken : undefined);
    const lost = await sync(api, ['--apply']);
    expect(lost.err).toContain('error: collection Clock: 127.0.0.1');
    expect(lost.out).toContain('\nNothing was done.');
    expect([lost.code, writesOf(api)]).toEqual([4, ['POST /collections']]);
    api.disturb = () => undefined;
    expect((await sync(api, ['--apply'])).out).toContain('\n3 created.');
  });

  test('Ctrl-C while it waits: what was done is told', async () => {
    api.disturb = ({ method, url }) =>
      method === 'POST' && url.startsWith('/environments')
        ? { status: 429, headers: { RetryAfter: '60' }, body: {} }
        : undefined;
    const program = startProgram(['sync', '--spec', clock, '--api', api.url, '--apply'], key);
    await new Promise<void>((resolve) => {
      program.child.stderr?.on(
        'data',
        (chunk) => /Waiting 1 min, as it requires/.test(String(chunk)) && resolve(),
      );
    });
    program.child.kill('SIGINT');
    const { code, out, err } = await program.ended;
    expect(err).toContain(
      'error: environment Clock (us): interrupted\nNot done:\n  environment  Clock (us)\n',
    );
    expect(out).toContain('\n2 created.');
    expect(code).toBe(130);
  });
});

test('a server that never answers is given up after the timeout', async () => {
  api.disturb = () => ({ status: 0, body: '', silent: 'hangs' });
  const { code, err } = await sync(api, ['--timeout', '0.3']);
  expect(err).toMatch(/127\.0\.0\.1:\d+ can't be reached: no complete response within 0\.3 s\./);
  expect([code, api.log.length]).toEqual([4, 3]);
});

test('what was refused was surely not done, so it is not looked for', async () => {
  api.disturb = ({ method }) => (method === 'POST' ? failure(400, 'malformed', 'No.') : undefined);
  const { code } = await sync(api, ['--apply']);
  const first = api.log.findIndex(({ method }) => method === 'POST');
  expect([code, first > 0]).toEqual([4, true]);
  expect(api.log.slice(first).filter(({ method }) => method === 'GET')).toEqual([]);
});
