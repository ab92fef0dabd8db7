import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { reworded } from '../../../scripts/judge/compare/matches.ts';

/**
 * Every message that a finding has or had, because tables of known deviations may quote it. An earlier wording stays. A
 * line is deleted only with the check that gave the message.
 */
const list = 'tests/judge/compare/stored-messages.txt';

const stored = readFileSync(list, 'utf8').trimEnd().split('\n');
const sources = [
  ...readdirSync('scripts/sandbox').map((name) => `scripts/sandbox/${name}`),
  ...['case-result', 'no-response', 'unverified-clauses'].map((name) => `scripts/judge/${name}.ts`),
  'scripts/model/beyond-limit.ts',
];

/** What a check expected or received is no part of a message. */
const isOther = /^(expected|actual|wanted|found)$/;

/** The literals of several words, with `…` for the values in them. */
function sentencesIn(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isThrowStatement(node) || ts.isTypeNode(node)) return;
    const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
    if (isNamed && isOther.test(node.name.getText())) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found.map((sentence) => sentence.replaceAll('\n', ' ')).filter((sentence) => /\w \w/.test(sentence));
}

const current = new Set(sources.flatMap((file) => sentencesIn(file, readFileSync(file, 'utf8'))));

/** The message that a stored one has become. */
function renewed(message: string): string {
  return reworded.reduce((text, [before, now]) => text.replaceAll(before, now), message);
}

test('a message that is reworded has a pair in `reworded`, so that tables of known deviations still match', () => {
  const lost = stored.filter((message) => !current.has(message) && !current.has(renewed(message)));
  expect(lost, 'add [before, now] to `reworded` in scripts/judge/compare/matches.ts').toEqual([]);
});

test('every message is stored', () => {
  expect(current.size).toBeGreaterThan(50);
  const missing = [...current].filter((message) => !stored.includes(message));
  expect(missing, `add these lines to ${list}, and leave the earlier ones there`).toEqual([]);
});
