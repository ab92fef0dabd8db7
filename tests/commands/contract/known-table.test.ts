import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { formatLocation } from '../../../scripts/base/problem.ts';
import { parseKnown } from '../../../scripts/commands/contract/known-table.ts';

const names = {
  regions: ['us', 'eu'],
  cases: { listPets: ['success', 'page-2'], getPet: ['success'] },
  spec: { a: { type: 'object' }, paths: { '/pets': { get: {} } }, no: false },
};
const read = (text: string) => parseKnown(text, 'known.yaml', names);
const problemsIn = (text: string): string[] =>
  read(text).problems.map(({ location, message }) => `${location && formatLocation(location)} ${message}`);

const fine = {
  region: 'eu',
  operation: 'listPets',
  check: 'schema',
  reason: 'ticket 7',
  expires: '2026-03-31',
};
const entry = (change: object): string => stringify([{ ...fine, ...change }]);

describe('a table', () => {
  test.each([
    ['without entries', '[]', []],
    ['of one entry', stringify([fine]), [{ ...fine, location: 'known.yaml:1:3' }]],
    [
      'of several, with comments',
      `# known\n${stringify([fine])}\n- # second\n  ${JSON.stringify({ ...fine, region: 'all', case: 'page-2', pointer: '/a' })}\n`,
      [
        { ...fine, location: 'known.yaml:2:3' },
        { ...fine, region: 'all', case: 'page-2', pointer: '/a', location: 'known.yaml:9:3' },
      ],
    ],
    ['in JSON', JSON.stringify([fine]), [{ ...fine, location: 'known.yaml:1:2' }]],
    [
      'of a leap day',
      entry({ expires: '2028-02-29' }),
      [{ ...fine, expires: '2028-02-29', location: 'known.yaml:1:3' }],
    ],
    [
      'about the root of a body, and about a header',
      stringify(['', 'x-a'].map((pointer) => ({ ...fine, check: 'parity', pointer }))),
      ['known.yaml:1:3', 'known.yaml:7:3'].map((location, index) => {
        return { ...fine, check: 'parity', pointer: index === 0 ? '' : 'x-a', location };
      }),
    ],
    ...['/a/type', '/paths/~1pets/get/responses', '/no/false schema'].map(
      (pointer): [string, string, object[]] => [
        `about the clause ${pointer}`,
        entry({ pointer }),
        [{ ...fine, pointer, location: 'known.yaml:1:3' }],
      ],
    ),
    [
      'about one message',
      entry({ check: 'leak', message: 'SQL in the body' }),
      [{ ...fine, check: 'leak', message: 'SQL in the body', location: 'known.yaml:1:3' }],
    ],
    [
      'about what all answers have in common',
      entry({ check: 'parity', case: 'all with status 200' }),
      [{ ...fine, check: 'parity', case: 'all with status 200', location: 'known.yaml:1:3' }],
    ],
  ])('%s', (_, text, want) => {
    expect(read(text)).toEqual({ deviations: want, problems: [] });
  });
});

describe('what is wrong is told at its place', () => {
  test.each([
    [
      'an unknown region',
      entry({ region: 'uss' }),
      /^known\.yaml:1:3 There is no region `uss`\. Did you mean `us`\?$/,
    ],
    [
      'an unknown operation',
      entry({ operation: 'listPet' }),
      /^known\.yaml:2:3 .*Did you mean `listPets`\?$/,
    ],
    [
      'a name of every object',
      entry({ operation: 'toString' }),
      /^known\.yaml:2:3 .*Use one of: listPets, getPet\.$/,
    ],
    [
      'an unknown check',
      entry({ check: 'shema' }),
      /^known\.yaml:3:3 There is no check `shema`\. Did you mean `schema`\?$/,
    ],
    [
      'what is no check',
      entry({ check: 'answer' }),
      /^known\.yaml:3:3 There is no check `answer`\. Use one of: status, /,
    ],
    [
      'an unknown case',
      entry({ case: 'page-3' }),
      /^known\.yaml:6:3 .*case of listPets `page-3`.*`page-2`\?$/,
    ],
    [
      'a case of another operation',
      entry({ operation: 'getPet', case: 'page-2' }),
      /^known\.yaml:6:3 .*Use one of: success\.$/,
    ],
    [
      'all cases of another check',
      entry({ case: 'all with status 200' }),
      /^known\.yaml:6:3 There is no case/,
    ],
    [
      'an unknown key',
      entry({ reazon: 'a' }),
      /^known\.yaml:6:3 `reazon` is not a key of an entry\. The keys are .*Did you mean `reason`\?$/,
    ],
    ['no date', entry({ expires: '2026-02-30' }), /^known\.yaml:5:3 `expires` must be a day as YYYY-MM-DD/],
    ['a time', entry({ expires: '2026-02-03T00:00:00Z' }), /^known\.yaml:5:3 `expires` must be a day/],
    ['a number', entry({ expires: 20260203 }), /^known\.yaml:5:3 `expires` must be a day/],
    ['no reason', entry({ reason: ' ' }), /^known\.yaml:4:3 `reason` must be why it is accepted/],
    ['a blank pointer', entry({ pointer: ' ' }), /^known\.yaml:6:3 `pointer` must be/],
    ['the root as a clause', entry({ pointer: '' }), /^known\.yaml:6:3 .* no clause at ``\.$/],
    [
      'a pointer that is none',
      entry({ pointer: 'nonsense' }),
      /^known\.yaml:6:3 .* no clause at `nonsense`\.$/,
    ],
    [
      'a clause that is not there',
      entry({ pointer: '/b' }),
      /^known\.yaml:6:3 .* no clause at `\/b`: there is no `b` in its root\. Did you mean `a`\?$/,
    ],
    [
      'a clause of a path that is not there',
      entry({ pointer: '/paths/~1pet/get' }),
      /^known\.yaml:6:3 .*: there is no `\/pet` in \/paths\. Did you mean `\/pets`\?$/,
    ],
    [
      'a clause that is missing in one that is there',
      entry({ pointer: '/a/required' }),
      /^known\.yaml:6:3 .*: there is no `required` in \/a\.$/,
    ],
    [
      'a name of every object as a clause',
      entry({ pointer: '/a/toString' }),
      /^known\.yaml:6:3 .*: there is no `toString` in \/a\.$/,
    ],
    [
      'something in a text',
      entry({ pointer: '/a/type/0' }),
      /^known\.yaml:6:3 .*: there is no `0` in \/a\/type\.$/,
    ],
    [
      'a status that is none',
      entry({ check: 'parity', case: 'all with status banana' }),
      /^known\.yaml:6:3 There is no case/,
    ],
    [
      'the message of a difference',
      entry({ check: 'parity', message: 'a' }),
      /^known\.yaml:6:3 A difference between regions has no message\.$/,
    ],
    [
      'a list as the name',
      entry({ region: ['us', 'eu'] }),
      /^known\.yaml:1:3 `region` must be the name of a region, or `all`\.$/,
    ],
    [
      'an entry that is none',
      `${stringify([fine])}- us\n`,
      /^known\.yaml:6:3 An entry must be an object with the keys region, operation, /,
    ],
    [
      'the same twice',
      stringify([fine, { ...fine, reason: 'b' }]),
      /^known\.yaml:6:3 .*the entry at known\.yaml:1:3\. Keep one/,
    ],
    ['a key twice', 'a: 1\na: 2\n', /^known\.yaml:2:1 Map keys must be unique/],
    ['an object', stringify(fine), /^known\.yaml:1:1 The table must be a list of entries/],
    ['comments only', '# nothing\n', /^known\.yaml:1:1 The table must be a list of entries. Write `\[\]`/],
    ['two documents', '[]\n---\n[]\n', /^known\.yaml:2:1 .*multiple documents/],
  ])('%s', (_, text, want) => {
    expect(problemsIn(text)).toEqual([expect.stringMatching(want)]);
  });

  test('all that is missing, and all entries', () => {
    const text = `- region: us\n  operation: getPet\n  check: schema\n- ${JSON.stringify({ ...fine, region: 'alle' })}\n`;
    expect(problemsIn(text)).toEqual([
      'known.yaml:1:3 `reason` is missing.',
      'known.yaml:1:3 `expires` is missing.',
      'known.yaml:4:4 There is no region `alle`. Did you mean `all`?',
    ]);
  });

  test('problems are in the order of the file', () => {
    const text = `- reason: x\n  surplus: 1\n  check: 7\n  region: 7\n- ${JSON.stringify({ ...fine, check: 'x' })}\n`;
    const lines = problemsIn(text).map((problem) => Number(problem.split(':')[1]));
    expect(lines.length).toBeGreaterThan(4);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('what is meant to break it breaks nothing', () => {
    const levels = 'bcdefghij'.split('').map((name, index) => {
      const before = 'abcdefghij'[index];
      return `- &${name} [${Array(10).fill(`*${before}`).join(',')}]`;
    });
    expect(problemsIn(['- &a [x]', ...levels].join('\n'))).toEqual([
      expect.stringMatching(/Excessive alias count/),
    ]);
    const deep = problemsIn('['.repeat(100_000));
    expect(deep[0]).toMatch(/^known\.yaml:1:\d+ /);
    expect(deep.length).toBeLessThanOrEqual(5);
    const many = stringify(Array(5_000).fill(fine), { aliasDuplicateObjects: false });
    expect(problemsIn(many)).toHaveLength(4_999);
  });
});
