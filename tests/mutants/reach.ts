import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { allNodes } from './operators.ts';
import { secondsByTest } from './seconds.ts';
import { sourceFiles } from './source-files.ts';

/** The test files that reach a file, each list in the order in which they should run. */
export type Reaching = {
  readonly pure: readonly string[];
  /** Those that call the whole program, another program or a browser. */
  readonly processes: readonly string[];
  readonly slow: readonly string[];
};

/** Test files that take minutes. */
const slow =
  /\/(contract|clean-runs|jobs|plain-newman|chaos|rate-limit|crash|runners|canary|faults|seeds)\.test\.ts$/;

/** Calls the whole program; which of its commands it reaches depends on their names. */
const program = /^scripts\/(bin\.js|cli\/(cli|main)\.ts)$/;
const verb = /^scripts\/commands\/(contract|generate|lint|diff|docs|env|sync|simulate|faults)(?:\.ts$|\/)/;

type Reach = {
  readonly test: string;
  readonly isPure: boolean;
  /** By file: the number of imports on the shortest way there. */
  readonly depths: ReadonlyMap<string, number>;
};

/** Follows what each test file imports, and what it names as a path in a string, such as a program to start. */
export function createReach(): (path: string) => Reaching {
  const sources = new Map(
    [...sourceFiles('scripts'), ...sourceFiles('tests')].map((path) => [path, textsIn(path)]),
  );
  const edges = new Map(
    [...sources].map(([from, texts]) => [
      from,
      texts.flatMap((text) => resolved(from, text, [...sources.keys()])),
    ]),
  );
  const reaches = [...sources.keys()]
    .filter((path) => path.endsWith('.test.ts'))
    .map((test) => reachOf(test, edges, sources));
  const seconds = secondsByTest();

  return (path) => {
    const beside = `${dirname(path).replace(/^scripts/, 'tests')}/`;
    // Of tests that are as near, the one that reaches fewer files is more about this one.
    const order = ({ test, depths }: Reach): number =>
      ((seconds.get(test) ?? 0) > 10 || /\/properties\//.test(test) ? 1000 : 0) +
      (test.startsWith(beside) ? 0 : 2) +
      (depths.get(path) ?? 0) +
      depths.size / 1000;
    const all = reaches.filter(({ depths }) => depths.has(path)).sort((a, b) => order(a) - order(b));
    const select = (wanted: (reach: Reach) => boolean): string[] =>
      all.filter(wanted).map(({ test }) => test);
    return {
      pure: select(({ test, isPure }) => isPure && !slow.test(test)),
      processes: select(({ test, isPure }) => !isPure && !slow.test(test)),
      slow: select(({ test }) => slow.test(test)),
    };
  };
}

function reachOf(
  test: string,
  edges: ReadonlyMap<string, readonly string[]>,
  texts: ReadonlyMap<string, readonly string[]>,
): Reach {
  const own = depthsFrom(test, (from) => (edges.get(from) ?? []).filter((to) => to.startsWith('tests/')));
  const named = new Set([...own.keys()].flatMap((path) => texts.get(path) ?? []));
  const depths = depthsFrom(test, (from) =>
    (edges.get(from) ?? []).filter((to) => {
      const [, command] = verb.exec(to) ?? [];
      const isCommandLine = from.startsWith('scripts/') && !verb.test(from);
      return command === undefined || !isCommandLine || named.has(command);
    }),
  );
  const isPure =
    !/\/(e2e|browser)\//.test(test) &&
    !named.has('node:child_process') &&
    ![...depths.keys()].some((path) => program.test(path));
  return { test, isPure, depths };
}

function depthsFrom(start: string, next: (path: string) => readonly string[]): Map<string, number> {
  const depths = new Map([[start, 0]]);
  // The loop also visits what is added to the map in it.
  for (const [path, depth] of depths) {
    for (const to of next(path)) if (!depths.has(to)) depths.set(to, depth + 1);
  }
  return depths;
}

/** The files that a string means when it is a path of one, or of a folder in `scripts/`. */
function resolved(from: string, text: string, files: readonly string[]): string[] {
  if (!/^(\.\.?|scripts|tests)\//.test(text)) return [];
  const path = text.startsWith('.') ? join(dirname(from), text) : text;
  return files.filter((file) => file === path || (dirname(file) === path && path.startsWith('scripts/')));
}

/** The strings of a file, except the paths that only types are imported from. */
function textsIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return allNodes(source).flatMap((node) =>
    ts.isStringLiteralLike(node) && !isOfTypes(node.parent) ? node.text : [],
  );
}

function isOfTypes(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) && node.isTypeOnly;
}
