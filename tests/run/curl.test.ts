import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toCurl } from '../../scripts/run/curl.ts';

/** What a shell hands to curl: a function of that name prints its arguments, one a line in brackets. */
function argumentsOf(command: string, env: Readonly<Record<string, string>> = {}): string[] {
  const script = `curl() { printf '[%s]\\0' "$@"; }\n${command}\n`;
  const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8', env });
  return printed
    .split('\0')
    .filter(Boolean)
    .map((part) => part.slice(1, -1));
}

const nasty = [`it's`, '"q"', '$HOME', '`id`', '$(id)', 'a\nb', '\\', '!x', '* ?', 'ü€'];

test.each(nasty)('%j reaches curl as it is, in the URL, a header and the body', (text) => {
  const url = `https://a.example/${text}`;
  const command = toCurl({ method: 'POST', url, headers: [['X-Text', text]], body: text }, []);
  expect(argumentsOf(command)).toEqual([
    '--include',
    '--request',
    'POST',
    url,
    '--header',
    `X-Text: ${text}`,
    '--data',
    text,
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
    '--include',
    'https://a.example/?t=s3cret',
    '--header',
    'Authorization: Bearer s3cret',
    '--data',
    '{"t":"s3cret"}',
  ]);
});

test('no empty quotes stand beside a variable, and an empty text stays one', () => {
  const headers = [['Authorization', 'Bearer s3cret']] as const;
  const secrets = [{ value: 's3cret', variable: 'T' }];
  expect(toCurl({ method: 'GET', url: 's3crets3cret', headers, body: '' }, secrets)).toBe(
    `curl --include "$T""$T" --header 'Authorization: Bearer '"$T" --data ''`,
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
    '--include',
    'u',
    '--header',
    'Accept: a/b',
  ]);
});
