import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Expectation } from '../../scripts/model/expectation.ts';
import { isWaitingText } from '../../scripts/model/waiting.ts';
import { checkResponse, type Wait } from '../../scripts/sandbox/check.ts';
import { checkLeaks } from '../../scripts/sandbox/leaks.ts';
import { createMemory, type Memory } from '../../scripts/sandbox/memory.ts';
import { checkMethod } from '../../scripts/sandbox/method.ts';
import type { Pm } from '../../scripts/sandbox/pm.ts';
import { waited } from '../../scripts/sandbox/retry.ts';
import { checkStatus } from '../../scripts/sandbox/status.ts';
import { register } from '../../scripts/sandbox/tables.ts';
import { cpuMs } from '../fixtures/cpu.ts';

const table = {
  pointer: '/paths/~1a',
  path: '/a',
  responses: {},
  contract: { filters: {}, relations: [] },
  marks: {},
  derived: [],
  gives: {},
};

describe('leaks', () => {
  test.each([
    ['Traceback (most recent call last): …', 'a stack trace'],
    ['  at Foo.bar(Foo.java:12)', 'a stack trace'],
    ['Error: x\\n    at run (/x/main.mjs:1:2)', 'a stack trace'],
    ['at process.processTicksAndRejections (node:internal/process/task_queues:95:5)', 'a stack trace'],
    ['File "main.py", line 3', 'a stack trace'],
    ['{"detail": "File \\"main.py\\", line 3"}', 'a stack trace'],
    ['java.lang.NullPointerException', 'an exception of a program'],
    ['sqlalchemy.exc.OperationalError', 'an exception of a program'],
    ["KeyError: 'river_id'", 'an exception of a program'],
    ['SQLSTATE[42P01]', 'SQL'],
    ['{"detail": "open(/usr/src/main.py)"}', 'a path of the server'],
    ['C:\\\\Users\\\\api', 'a path of the server'],
  ])('`%s` in an error tells %s; in a success it is data', (text, what) => {
    expect(leaksOf('200', text)).toEqual([]);
    for (const status of ['500', '404'])
      expect(leaksOf(status, text)).toEqual([['failed', `${what} in the body`]]);
  });

  test.each([
    ['SELECT * FROM runs', 'SQL'],
    ['open /var/lib/api/data', 'a path of the server'],
    ['connect to 10.0.3.17 refused', 'an address of an inner network'],
    ['no route to db.internal', 'an address of an inner network'],
    ['no route to ip-10-0-3-17', 'an address of an inner network'],
    ['no route to runs-2.prod.corp', 'an address of an inner network'],
  ])('the error `%s` may tell %s', (text, what) => {
    expect(leaksOf('500', text)).toEqual([['drift', `${what} in the body`]]);
    expect(leaksOf('200', text)).toEqual([]);
  });

  test.each([
    '{"detail": "Not Found"}',
    '{"detail": "Select a river from the list, or insert into it one of your own."}',
    '{"detail": "Please update the river and set its name."}',
    '{"detail": "SELECT is not allowed. Copy it FROM the console."}',
    '{"detail": "GET /api/activities/accounts/1 is not allowed"}',
    '{"instance": "/app/orders/12"}',
    '{"type": "error.internal", "code": "validation.local"}',
    '{"detail": "Write to support@acme.corp or help@eu-1.acme.corp"}',
    '{"detail": "See https://example.com/docs/home/errors/404.html"}',
    '{"detail": "Try again at midnight (00:00)."}',
    '{"detail": "Runs start at noon (UTC, 12:00)."}',
    '{"detail": [{"loc": ["query", "page"], "msg": "value is not a valid integer", "type": "type_error.integer"}]}',
    '{"detail": "Version 10.2 of the API is gone since 2026-01-12T10:00:00"}',
    '{"detail": "A type error in line 3 of your file"}',
    '{"detail": "your token of 172.217.16.1 is refused"}',
  ])('the error `%s` tells nothing', (text) => {
    expect(leaksOf('400', text)).toEqual([]);
  });

  test.each([
    ['X-Powered-By', 'Express', 'drift'],
    ['X-AspNet-Version', '4.0', 'drift'],
    ['X-Debug-Token', 'a1', 'drift'],
    ['Server', 'nginx/1.18.0', 'drift'],
    ['X-Upstream', '10.0.3.17:8080', 'drift'],
    ['Location', '/usr/src/app/main.py', 'failed'],
  ])('the header %s: %s tells something, also of a success: %s', (key, value, verdict) => {
    expect(leaksOf('200', '{}', [{ key, value }])).toEqual([[verdict, expect.any(String)]]);
  });

  test.each([
    ['Server', 'nginx'],
    ['Server', 'awselb/2.0'],
    ['Via', '1.1 a1b2.cloudfront.net (CloudFront)'],
    ['Via', 'HTTP/1.1 haproxy/2.4.1'],
    ['X-Runtime', '0.0123'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Date', 'Mon, 12 Jan 2026 10:00:00 GMT'],
    ['Link', '</api/activities?page=2>; rel="next"'],
    ['X-Request-Id', 'ip-1'],
  ])('the header %s: %s tells nothing', (key, value) => {
    expect(leaksOf('200', '{}', [{ key, value }])).toEqual([]);
  });

  const traces = [
    ['Python', 'Traceback (most recent call last):\n  File "/app/runs.py", line 12, in list_runs'],
    ['a line of Python', 'ValueError\n  File "<string>", line 1, in <module>'],
    ['Java', 'Oops\n\tat com.acme.Runs.list(Runs.java:12)\n\tat com.acme.Main.main(Main.java:3)'],
    ['Java without sources', 'Oops\n\tat com.acme.Runs.list(Unknown Source)'],
    ['Node.js', 'Error: x\n    at list (/srv/runs.mjs:1:2)\n    at async run (file:///srv/main.js:3:4)'],
    ['Node.js without a name', 'Error: x\n    at /srv/runs.js:1:2'],
    ['.NET', 'Oops\n   at Acme.Runs.List(String id) in D:\\build\\Runs.cs:line 12'],
    ['PHP', 'Oops\n#0 /srv/www/runs.php(12): list_runs()\n#1 {main}'],
    ['Ruby', "srv/runs.rb:12:in 'Runs#list'"],
    ['older Ruby', 'srv/runs.rb:12:in `list`'],
    ['Go', 'panic: x\n\ngoroutine 1 [running]:\nmain.list()\n\t/srv/runs.go:12 +0x1d'],
  ] as const;

  /** As they come: folded into one line, percent-encoded, encoded as in a form, as a JSON string, and that encoded. */
  const writings: readonly ((trace: string) => string)[] = [
    (trace) => trace.replace(/\s+/g, ' '),
    encodeURIComponent,
    (trace) => new URLSearchParams({ trace }).toString(),
    JSON.stringify,
    (trace) => encodeURIComponent(JSON.stringify({ trace })),
  ];

  test.each(traces)('a stack trace of %s fails in any header and any error', (_, trace) => {
    for (const key of ['X-Debug', 'X-Trace', 'Server', 'X-Error-Detail'])
      for (const write of writings)
        expect(leaksOf('200', '{}', [{ key, value: write(trace) }])).toContainEqual([
          'failed',
          `a stack trace in the header ${key}`,
        ]);
    for (const write of [(text: string) => text, ...writings])
      expect(leaksOf('500', write(trace))).toContainEqual(['failed', 'a stack trace in the body']);
  });

  test.each([
    '2.3.4',
    '/at/home (x:1:2)',
    'cached at edge (example.com:443)',
    'at noon (12:00)',
    'rows start at B2 (import.csv:12)',
    'File "import.csv", line 3',
    'see #3 help/index.php',
    'Frames.rb: 12 in stock',
    'goroutine 1',
    'look at runs.js',
    '/login?next=%2Fapp%2Fmain.php',
    '100%25+at+home',
  ])('%s is no stack trace', (value) => {
    expect(leaksOf('200', '{}', [{ key: 'X-Note', value }])).toEqual([]);
    expect(leaksOf('200', '{}', [{ key: 'X-Debug', value }])).toEqual([['drift', expect.any(String)]]);
  });

  test('a long text without a trace is searched in linear time', () => {
    const started = cpuMs();
    for (const part of ['at a(', 'File "', '#1 a', 'at /a', '%25', 'goroutine 1 ['])
      expect(leaksOf('500', part.repeat(100_000))).toEqual([]);
    expect(cpuMs() - started).toBeLessThan(30_000);
  });

  test('what the request said itself is no secret of the server', () => {
    const link = { key: 'Link', value: '<https://api-1.acme.corp/jobs?page=2>; rel="next"' };
    const text = '{"detail": "no runs in SELECT a FROM b, /var/lib/x/y"}';
    expect(leaksOf('404', text, [link])).toHaveLength(3);
    expect(leaksOf('404', text, [link], ['api-1.acme.corp', 'SELECT a FROM b', '/var/lib/x/y'])).toEqual([]);
  });

  test.each([
    ['{"detail": "no: SELECT a FROM b"}', 'SELECT a FROM b"}'],
    ['{"detail": "x=Traceback (most recent call last)"}', 'x=Traceback (most recent call last)"}'],
    [`{"detail": "SQLSTATE[42P01] ${'x'.repeat(200)}`, `SQLSTATE[42P01] ${'x'.repeat(84)}...`],
  ])('of `%s` an excerpt is shown', (text, excerpt) => {
    const [leak] = checkLeaks('500', text, []);
    expect(leak?.actual?.replace(/^.* in the body: /, '')).toBe(excerpt);
  });

  test('a value of the request is not taken out of the excerpt, where it may be a part of a secret', () => {
    const [leak] = checkLeaks('500', 'SQLSTATE[1] local-token', [], ['local']);
    expect(leak?.actual).toBe('SQL in the body: SQLSTATE[1] local-token');
  });

  test('no excerpt shows what a cookie holds', () => {
    const [leak] = checkLeaks('200', '', [{ key: 'Set-Cookie', value: 's=abc; Domain=db.internal' }]);
    expect(leak?.actual).toBe('an address of an inner network in the header Set-Cookie');
  });

  function leaksOf(
    status: string,
    text: string,
    headers: readonly { key: string; value: string }[] = [],
    own: readonly string[] = [],
  ) {
    const outcomes = checkLeaks(status, text, headers, own);
    return outcomes.flatMap(({ verdict, message }) =>
      verdict === 'passed'
        ? []
        : [[verdict, message.replace('the response reveals the inside of the server: ', '')]],
    );
  }
});

describe('a method that is not documented', () => {
  const noAllow = 'a 405 must say which methods there are';
  const wrongAllow = 'Allow does not name the documented methods';
  const answered = 'is not documented, and it is not refused';
  test.each([
    ['DELETE', '405', 'GET', ''],
    ['DELETE', '405', 'get , HEAD, OPTIONS', ''],
    ['DELETE', '405', undefined, noAllow],
    ['DELETE', '405', 'GET, DELETE', wrongAllow],
    ['DELETE', '405', 'HEAD', wrongAllow],
    ['DELETE', '405', '', wrongAllow],
    ['DELETE', '404', undefined, ''],
    ['DELETE', '501', undefined, ''],
    ['DELETE', '200', undefined, `DELETE ${answered}`],
    ['PUT', '302', undefined, `PUT ${answered}`],
    ['HEAD', '200', undefined, ''],
    ['OPTIONS', '204', undefined, ''],
    ['HEAD', '500', undefined, 'HEAD is an error of the server'],
    ['TRACE', '503', undefined, 'TRACE is an error of the server'],
  ])('%s gets %s with Allow %s: %s', (method, status, allow, wanted) => {
    const [outcome] = methodOutcome(method, status, allow);
    expect(outcome?.verdict).toBe(wanted === '' ? 'passed' : 'failed');
    if (wanted !== '') expect(outcome?.message).toBe(wanted);
  });
});

test('that Allow names more than is documented is drift', () => {
  const [outcome] = methodOutcome('DELETE', '405', 'GET, PATCH');
  expect(outcome).toMatchObject({ verdict: 'drift', message: 'Allow names PATCH, which is not documented' });
});

test('whether a method is refused is not known while the rate limit is reached', () => {
  const [outcome] = methodOutcome('DELETE', '429', undefined);
  expect(outcome).toMatchObject({ check: 'method', verdict: 'inconclusive' });
});

test.each([
  ['302', { Location: 'https://a.example/?next=%2Fa' }, '302 Found, Location: https://a.example/?next=%2Fa'],
  ['302', {}, '302 Found'],
  ['201', { Location: '/a/7' }, '201 Found'],
  ['429', { 'Retry-After': '600' }, '429 Found, Retry-After: 600'],
  ['503', { 'Retry-After': '600' }, '503 Found'],
])('%s with %j is told as %s', (status, headers, actual) => {
  const given = new Map<string, string>(Object.entries(headers));
  const header = (name: string) => given.get(name);
  const body = { bytes: new Uint8Array(), text: '', parse: () => ({ error: 'it is empty' }) };
  const answer = { status, reason: 'Found', body, header, lines: () => [] };
  const [outcome] = checkStatus(answer, { operation: 'a', case: 'b', statuses: ['200'] }, table);
  const verdict = status === '429' ? 'inconclusive' : 'failed';
  expect(outcome).toMatchObject({ check: 'status', verdict, actual });
});

/** Of a method where only GET is documented. */
function methodOutcome(method: string, status: string, allow: string | undefined) {
  return checkMethod({ status, header: () => allow }, method, { methods: ['GET'] }, table);
}

describe('retry', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 12, 8) });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test.each([
    ['GET', undefined, ['200'], 'no response'],
    ['GET', 429, ['200'], 'status 429'],
    ['GET', 502, ['200'], 'status 502'],
    ['GET', 503, ['200'], 'status 503'],
    ['GET', 504, ['404'], 'status 504'],
    ['GET', 500, ['200'], undefined],
    ['GET', 200, ['200'], undefined],
    ['GET', 429, ['200', '429'], undefined],
    ['GET', 429, undefined, undefined],
    ['DELETE', 503, ['405'], 'status 503'],
    ['POST', 429, ['200'], undefined],
    ['POST', undefined, ['200'], undefined],
    ['PATCH', 503, ['405'], undefined],
  ])('%s gets %s where %s is wanted: %s', (method, code, statuses, wanted) => {
    const { pm, next } = answer(method, code);
    const expectation = { operation: 'a', case: 'b', ...(statuses && { statuses }) };
    expect(reasonOf(pm, createMemory(), expectation)).toBe(wanted);
    expect(next).toEqual(wanted === undefined ? [] : ['item']);
  });

  test('twice, and then the answer counts; of each case by itself', () => {
    const memory = createMemory();
    const send = (name: string) =>
      reasonOf(answer('GET', 503).pm, memory, { operation: 'a', case: name, statuses: ['200'] });
    expect([send('b'), send('b'), send('b'), send('c')]).toEqual([
      'status 503',
      'status 503',
      undefined,
      'status 503',
    ]);
    expect(memory.attempts.reasons['a b']).toEqual(['status 503', 'status 503']);
  });

  test('a limit that lasts longer than two minutes is not waited for', () => {
    const wait = vi.fn();
    const { pm } = answer('GET', 429, '121');
    const expectation = { operation: 'a', case: 'b', statuses: ['200'] };
    expect(reasonOf(pm, createMemory(), expectation, wait)).toBeUndefined();
    expect(wait).not.toHaveBeenCalled();
  });

  test.each([
    ['3', 3000],
    ['120', 120_000],
    ['Mon, 12 Jan 2026 08:00:07 GMT', 7000],
    ['Mon, 12 Jan 2026 07:00:00 GMT', undefined],
    ['0', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After %s waits %s ms', (after, wanted) => {
    const wait = vi.fn();
    const { pm } = answer('GET', 429, after);
    const expectation = { operation: 'a', case: 'b', statuses: ['200'] };
    const told = after !== undefined && after !== 'soon';
    expect(reasonOf(pm, createMemory(), expectation, wait)).toBe(told ? waited : 'status 429');
    expect(wait.mock.calls.map(([, ms]) => ms)).toEqual(wanted === undefined ? [] : [wanted]);
    const said = vi.mocked(console.warn).mock.calls.filter(([text]) => isWaitingText(text));
    const words = wanted === undefined ? [] : [[`waiting ${wanted / 1000} s, as the server asked (429)`]];
    expect(said).toEqual(words);
  });

  /** Why the request is sent again; undefined where the response counts. */
  function reasonOf(pm: Pm, memory: Memory, expectation: Expectation, wait: Wait = vi.fn()): unknown {
    let left: unknown;
    const set = (name: string, value: unknown) => {
      if (name === 'outcomes') left = value;
    };
    register({ operations: { a: table }, provenances: {}, validators: [], described: [] }, memory.tables);
    checkResponse({ ...pm, variables: { ...pm.variables, set } }, memory, expectation, wait);
    return JSON.parse(String(left)).again;
  }

  function answer(method: string, code: number | undefined, after?: string) {
    const next: (string | null)[] = [];
    const pm: Pm = {
      info: { requestId: 'item' },
      response: {
        ...(code !== undefined && { code }),
        status: '',
        responseTime: 1,
        headers: { get: (name) => (name === 'Retry-After' ? after : undefined), all: () => [] },
        text: () => '',
      },
      request: { method, toJSON: () => ({}), url: { toString: () => 'https://example.com' } },
      variables: { get: () => undefined, set: () => undefined, replaceIn: (text) => text },
      collectionVariables: { set: () => undefined },
      execution: { skipRequest: () => undefined, setNextRequest: (item) => next.push(item) },
      test: Object.assign(() => undefined, { skip: () => undefined }),
    };
    return { pm, next };
  }
});
