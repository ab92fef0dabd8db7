import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapCurl } from '../../scripts/report/terminal/curl.ts';

test.each([
  ['one that fits', "curl --include 'http://h/'", 40, ["curl --include 'http://h/'"]],
  [
    'options start lines',
    "curl --include --request POST 'http://h/' --data '{\"a\": -1}' --header 'A: \"b\" --c'",
    40,
    [
      'curl --include \\',
      "  --request POST 'http://h/' \\",
      '  --data \'{"a": -1}\' \\',
      '  --header \'A: "b" --c\'',
    ],
  ],
  [
    'quotes of both kinds in a word',
    `curl 'http://h/it'\\''s' --header 'Authorization: Bearer '"$TOKEN"''`,
    20,
    [`curl 'http://h/it'\\''s' \\`, `  --header 'Authorization: Bearer '"$TOKEN"''`],
  ],
])('%s', (_, command, width, want) => {
  expect(wrapCurl(command, width)).toEqual(want);
});

test('a shell reads the lines as it reads the command', () => {
  const read = (command: string): string =>
    execFileSync('sh', ['-c', command.replace(/^curl/, 'printf "%s\\0"')], {
      encoding: 'utf8',
      env: { TOKEN: 't k' },
    });
  const quoted = fc.string({ maxLength: 12 }).map((text) => `'${text.replaceAll("'", "'\\''")}'`);
  const option = fc.tuple(
    fc.constantFrom('--header', '--data', '-X'),
    quoted,
    fc.constantFrom('', '"$TOKEN"\'\''),
  );
  fc.assert(
    fc.property(fc.array(option, { minLength: 1, maxLength: 4 }), (options) => {
      const command = ['curl', ...options.map(([name, value, secret]) => `${name} ${value}${secret}`)].join(
        ' ',
      );
      expect(read(wrapCurl(command, 10).join('\n'))).toBe(read(command));
    }),
    { numRuns: 40 },
  );
});
