import { expect, test } from 'vitest';
import { toEnvWord } from '../../scripts/model/env-name.ts';
import { fileNameProblem, toStem, variableNameProblem } from '../../scripts/model/names.ts';
import { isSecretName } from '../../scripts/model/to-variables.ts';

test.each(['us', 'eu-west-1', 'EU_2', 'v1.2', '_x', 'a'.repeat(64), 'console', 'com10x'])(
  '%s names a file',
  (name) => {
    expect(fileNameProblem(name)).toBeUndefined();
  },
);

test.each([
  ['', /use letters/],
  ['../../x', /use letters/],
  ['.hidden', /use letters/],
  ['-x', /use letters/],
  ['a b', /use letters/],
  ['a\u0007', /use letters/],
  ['{{token}}', /use letters/],
  ['ümlaut', /use letters/],
  ['a.', /no `\.` last/],
  ['a'.repeat(65), /64 characters/],
  ['CON', /reserved/],
  ['lpt1.x', /reserved/],
  ['constructor', /reserved/],
  ['__proto__', /reserved/],
])('%j names no file', (name, wanted) => {
  expect(fileNameProblem(name)).toMatch(wanted);
});

test.each(['{{token', 'a}}{{token', 'a}', 'a\nb', 'a\u009b', '__proto__', 'x'.repeat(65)])(
  '%j names no variable',
  (name) => {
    expect(variableNameProblem(name)).toBeDefined();
  },
);

test.each(['river_id', 'base-url', 'user.id', 'größe', '用户', '$top'])('%s names a variable', (name) => {
  expect(variableNameProblem(name)).toBeUndefined();
});

test.each([
  ['rivery', 'rivery'],
  ['my api (1)', 'my-api-1'],
  ['-rf', 'rf'],
  ['', 'api'],
  ['用户', 'api'],
  ['con', 'con-api'],
  ['{{token}}', 'token'],
  ['a'.repeat(300), 'a'.repeat(59)],
])('the stem of %s is %s', (text, wanted) => {
  expect(toStem(text)).toBe(wanted);
  expect(fileNameProblem(toStem(text))).toBeUndefined();
});

test.each([
  ['base-url', 'BASE_URL'],
  ['riverId', 'RIVER_ID'],
  ['用户', 'U7528_U6237'],
  ['größe', 'GR_UF6_UDF_E'],
  ['$', 'U24'],
])('%s is %s in an environment variable', (name, wanted) => {
  expect(toEnvWord(name)).toBe(wanted);
});

test.each([
  ['token', true],
  ['api_key', true],
  ['apiKeys', true],
  ['apikey', true],
  ['access-key', true],
  ['privateKey', true],
  ['clientSecret', true],
  ['userCredentials', true],
  ['page_tokens', true],
  ['key', false],
  ['sort_key', false],
  ['tokenizer', false],
  ['secretary', false],
  ['river_id', false],
])('%s is the name of a secret: %s', (name, wanted) => {
  expect(isSecretName(name)).toBe(wanted);
});
