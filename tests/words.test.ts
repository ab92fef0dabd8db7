import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|js|eta)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`scripts/${name}`, 'utf8') }));

test('no exported type has the name of another one', () => {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:type|interface|class) (\w+)/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

/** Phrases of an older vocabulary, and the plain English for them. Comments and messages have none of them. */
const phrases: readonly (readonly [phrase: RegExp, plain: string])[] = [
  [/\b(an|the|no|each|every|all|this|that|another|whole|earlier|such) answers?\b/, 'a response'],
  [/, for (it|there|they|that|these)\b/, 'because'],
  [/\bonce more\b/, 'again'],
  [/\bbut for\b/, 'except'],
  [/\bstands? (in|at|behind|before|beside|for)\b/, 'is in'],
  [/\b(is|are|was|were) (told|asked)\b/, 'is reported, is sent'],
  [/\btells? (of|whether|how|what|that|which)\b/, 'reports, shows'],
  [/\b(held|hold) against\b/, 'compared with'],
  [/(?<![Tt]here )\b(is|are) no (?!longer|more\b|[a-z]+ (for|in|at|to|of|with|that|among))/, 'is not a'],
  [/\b(has|have) but\b/, 'has only'],
  [/\bcases? (is|are) made\b/, 'a test case is generated'],
];

/** Earlier messages, which tables of known deviations quote and earlier results have. */
const quoted = ['judge/compare/matches.ts', 'report/headline.ts'];

test.each(phrases)('no comment or message says %s', (phrase, plain) => {
  const said = files
    .filter(({ name }) => !quoted.includes(name))
    .flatMap(({ name, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (phrase.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(said, `write: ${plain}`).toEqual([]);
});
