import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { visible } from '../../scripts/base/visible.ts';
import { toCurl } from '../../scripts/run/curl.ts';
import type { SentRequest } from '../../scripts/run/job.ts';
import { listenOn } from '../fixtures/server.ts';

/** What a shell hands to curl: a function of that name prints its arguments, one a line in brackets. */
function argumentsOf(command: string, env: Readonly<Record<string, string>> = {}): string[] {
  const script = `curl() { printf '[%s]\\0' "$@"; }\n${command}\n`;
  const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8', env });
  return printed
    .split('\0')
    .filter(Boolean)
    .map((part) => part.slice(1, -1));
}

const literally = ['--include', '--globoff', '--path-as-is'];

const nasty = [`it's`, '"q"', '$HOME', '`id`', '$(id)', 'a\nb', '\\', '!x', '* ?', 'ü€'];

test.each(nasty)('%j reaches curl as it is, in the URL, a header and the body', (text) => {
  const url = `https://a.example/${text}`;
  const headers = [
    ['X-Text', text],
    ['Content-Type', 'text/plain'],
  ] as const;
  const read = argumentsOf(toCurl({ method: 'POST', url, headers, body: text }, []));
  expect(read.map((one, index) => (index === 5 ? decodeURIComponent(one) : one))).toEqual([
    ...literally,
    ...['--request', 'POST', url],
    ...['--header', `X-Text: ${text}`, '--header', 'Content-Type: text/plain'],
    ...['--data-raw', text],
  ]);
});

test('a secret is a shell variable, in every place, and the shell fills it in', () => {
  const secrets = [{ value: 's3cret', variable: 'API_US_TOKEN' }];
  const headers = [['Authorization', 'Bearer s3cret']] as const;
  const command = toCurl(
    { method: 'GET', url: 'https://a.example/?t=s3cret', headers, body: '{"t":"s3cret"}' },
    secrets,
  );
  expect(command).not.toContain('s3cret');
  const filled = argumentsOf(command, { API_US_TOKEN: 's3cret' });
  expect(filled).toEqual([
    ...literally,
    ...['--request', 'GET', 'https://a.example/?t=s3cret'],
    ...['--header', 'Authorization: Bearer s3cret', '--header', 'Content-Type:'],
    ...['--data-raw', '{"t":"s3cret"}'],
  ]);
});

test('there are no empty quotes next to a variable, and an empty text stays one', () => {
  const headers = [
    ['Authorization', 'Bearer s3cret'],
    ['Content-Type', 'a/b'],
  ] as const;
  const secrets = [{ value: 's3cret', variable: 'T' }];
  expect(toCurl({ method: 'POST', url: 's3crets3cret', headers, body: '' }, secrets)).toBe(
    `curl --include --globoff --path-as-is --request POST "$T""$T" --header 'Authorization: Bearer '"$T" --header 'Content-Type: a/b' --data-raw ''`,
  );
});

test.each([
  ['a quote', [["it's", 'T']], "Bearer it's"],
  ['what a shell would read', [['$HOME`id`"', 'T']], 'Bearer $HOME`id`"'],
  [
    'one within another',
    [
      ['abc', 'T'],
      ['abcdef', 'P'],
    ],
    'abcdef abc',
  ],
  [
    'one within the name of another',
    [
      ['s3cret', 'API_TOKEN'],
      ['API', 'P'],
    ],
    's3cret API',
  ],
] as const)('a secret with %s', (_, values, text) => {
  const secrets = values.map(([value, variable]) => ({ value, variable }));
  const command = toCurl({ method: 'GET', url: 'u', headers: [['X', text]] }, secrets);
  const env = Object.fromEntries(values.map(([value, variable]) => [variable, value]));
  expect(argumentsOf(command, env).at(-1)).toBe(`X: ${text}`);
  expect(argumentsOf(command).at(-1)).toBe(
    `X: ${text.replace(/\S{3,}/g, (word) => (word === 'Bearer' ? word : ''))}`,
  );
});

test('what newman adds to every request is left out', () => {
  const headers = [
    ['User-Agent', 'x'],
    ['Postman-Token', 'y'],
    ['Host', 'z'],
    ['Accept', 'a/b'],
  ] as const;
  expect(argumentsOf(toCurl({ method: 'GET', url: 'u', headers }, []))).toEqual([
    ...literally,
    'u',
    '--header',
    'Accept: a/b',
  ]);
});

describe('what the real curl sends', () => {
  /** The bytes of its request, at a server that reads no more into them than where they end. */
  async function sentBy(request: Partial<SentRequest> & { readonly path?: string }): Promise<string> {
    const { path = '/', ...given } = request;
    let seen = '';
    const server = createServer((socket) => {
      socket.on('data', (data) => {
        seen += data.toString('latin1');
        const length = Number(/^content-length: (\d+)/im.exec(seen)?.[1] ?? 0);
        if (seen.split('\r\n\r\n').slice(1).join('\r\n\r\n').length < length) return;
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789'.slice(0, isHead ? -9 : undefined));
      });
    });
    const isHead = given.method === 'HEAD';
    const url = (await listenOn(server)) + path;
    const command = toCurl({ method: 'GET', headers: [], url, ...given }, []);
    try {
      await promisify(execFile)('sh', ['-c', command.replace('curl ', 'curl --silent --max-time 10 ')]);
    } finally {
      server.close();
    }
    return seen;
  }

  const typed = [['Content-Type', 'a/b']] as const;
  const bodyOf = (sent: string): string => sent.slice(sent.indexOf('\r\n\r\n') + 4);

  test.each(['@/etc/hostname', '<x', '', '-', '--next', '\u0000a\\0b%s\u0000', `'\n!"$(id)`])(
    'the body %j',
    async (body) => {
      expect(bodyOf(await sentBy({ method: 'POST', body, headers: typed }))).toBe(body);
    },
  );

  test('a body that can not be seen, which the command does not hold either', async () => {
    const body = '{"\u202e\u009b": "ü\u0007"}\n';
    expect(visible(toCurl({ method: 'POST', url: 'u', headers: typed, body }, []))).not.toMatch(/\\u/);
    expect(bodyOf(await sentBy({ method: 'PUT', body, headers: typed }))).toBe(
      Buffer.from(body).toString('latin1'),
    );
  });

  test.each([
    ['/a/../b/./c', '/a/../b/./c'],
    ['/{a,b}/[1-3]?x[]={y}', '/%7Ba,b%7D/[1-3]?x[]=%7By%7D'],
    ["/it's a\\b?q=ü%20!\n", "/it's%20a%5Cb?q=%C3%BC%20!%0A"],
  ])('the path %j', async (path, wanted) => {
    expect((await sentBy({ path })).split('\r\n')[0]).toBe(`GET ${wanted} HTTP/1.1`);
  });

  test.each([
    ['X-File', '@/etc/hostname', 'X-File: @/etc/hostname'],
    ['X-Empty', '', 'X-Empty:'],
    ['X-Semicolon', ';', 'X-Semicolon: ;'],
    ["X-'$`|*!", "'$`\\", "X-'$`|*!: '$`\\"],
  ])('the header %s: %j', async (name, value, line) => {
    expect((await sentBy({ headers: [[name, value]] })).split('\r\n')).toContain(line);
  });

  test('no media type of its own', async () => {
    expect(await sentBy({ method: 'POST', body: 'a=b' })).not.toMatch(/^content-type/im);
  });

  test.each(['HEAD', 'OPTIONS', 'TRACE', 'DELETE', 'POST', 'M-SEARCH'])('%s', async (method) => {
    expect((await sentBy({ method })).split('\r\n')[0]).toBe(`${method} / HTTP/1.1`);
  });
});

test('a body of bytes that are not text reaches curl as it was sent', () => {
  const bytes = Buffer.from([0, 1, 10, 13, 39, 92, 127, 128, 137, 255]);
  const body = { body: bytes.toString(), bytes: bytes.toString('latin1') };
  const command = toCurl({ method: 'POST', url: 'https://a.example/', headers: [], ...body }, []);
  expect(command).toContain('--data-binary @-');
  expect(execFileSync('sh', ['-c', `curl() { cat; }\n${command}\n`])).toEqual(bytes);
});
