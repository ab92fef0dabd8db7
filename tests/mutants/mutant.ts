import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { editsOf } from './operators.ts';

/** One changed line. It holds no line number, so that it can be found again after the file moves or grows. */
export type Mutant = {
  readonly path: string;
  /** The name of the function, or other top-level statement, that the line is part of. */
  readonly function: string;
  readonly operator: string;
  readonly line: string;
  readonly mutated: string;
};

/** What `mutants.json` holds. */
export type Drawn = {
  readonly seed: number;
  readonly mutants: readonly Mutant[];
  /** Mutants that change no behaviour, so that no test can notice them. */
  readonly equivalent: readonly (Omit<Mutant, 'function' | 'operator'> & { readonly why: string })[];
};

export const mutantsFile = 'tests/mutants/mutants.json';

/** A mutant in a file as it is now. */
export type Place = Mutant & {
  /** The whole file, with the mutant. */
  readonly text: string;
};

/** All mutants of a file that change a single line. */
export function placesIn(path: string): Place[] {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return editsOf(source).flatMap(({ operator, start, end, text: replacement }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = text.indexOf('\n', start);
    if (end > to || replacement.includes('\n')) return [];
    const mutated = text.slice(from, start) + replacement + text.slice(end, to);
    const line = text.slice(from, to).trim();
    return {
      ...{ path, function: statementName(source, start), operator, line, mutated: mutated.trim() },
      text: text.slice(0, from) + mutated + text.slice(to),
    };
  });
}

/** The place that is most like where the mutant was drawn; undefined if none is like it or several are. */
export function findMutant(mutant: Mutant, places: readonly Place[]): Place | undefined {
  const scored = places
    .filter(({ operator }) => operator === mutant.operator)
    .map((place) => ({ place, score: likeness(mutant, place) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= 2 && best.score > (second?.score ?? 0) ? best.place : undefined;
}

/** Up to 2 for the lines; names of functions and files only decide between lines that are alike. */
function likeness(mutant: Mutant, place: Place): number {
  const lines = common(mutant.line, place.line) + common(mutant.mutated, place.mutated);
  const exactly = mutant.line === place.line && mutant.mutated === place.mutated ? 0.5 : 0;
  const names = mutant.function === place.function ? 0.4 : 0;
  const files = mutant.path === place.path ? 0.2 : 0;
  const fileNames = mutant.path.split('/').at(-1) === place.path.split('/').at(-1) ? 0.1 : 0;
  return lines + exactly + names + files + fileNames;
}

/** The share of words that two lines have in common, from 0 to 1. */
function common(one: string, other: string): number {
  const [a, b] = [one, other].map((line) => line.match(/\w+|[^\w\s]+/g) ?? []);
  if (a === undefined || b === undefined || a.length + b.length === 0) return 1;
  const left = [...b];
  const shared = a.filter((word) => left.includes(word) && left.splice(left.indexOf(word), 1));
  return (2 * shared.length) / (a.length + b.length);
}

function statementName(source: ts.SourceFile, position: number): string {
  const statement = source.statements.find(({ end }) => position < end);
  if (statement === undefined) return '';
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations[0]?.name.getText() ?? '';
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    ? (statement.name?.text ?? '')
    : '';
}
