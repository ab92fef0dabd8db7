import { type PrefixChoice, toEnvPrefix } from '../config/env-prefix.ts';
import { lintExtensions } from '../lint/lint.ts';
import { load, locateProblem } from '../load/load.ts';
import type { Api } from '../model/api.ts';
import type { Spec } from '../model/spec.ts';
import { toApi } from '../model/to-api.ts';
import { isOwnSpec } from '../package.ts';
import { formatProblem, isError, type Problem } from '../problem.ts';
import type { Io } from './io.ts';

export type Opened = {
  readonly spec: Spec;
  readonly api: Api;
  /** Whether it is the description that package.json names, and not somebody else's. */
  readonly isOwn: boolean;
};

/**
 * Opens a spec for a command that acts on what our extensions say: a value there that can't be understood is an
 * error. Prints the problems; `undefined` when they leave nothing to work with.
 */
export async function openSpec(file: string, io: Io, choice: PrefixChoice = {}): Promise<Opened | undefined> {
  const opened = await openUnchecked(file, io, choice);
  if (opened === undefined) return undefined;
  const problems = lintExtensions(opened.spec);
  printProblems(problems, io);
  return problems.some(isError) ? undefined : opened;
}

/** The same for `lint`, which reports on the extensions with all the rest. */
export async function openUnchecked(
  file: string,
  io: Io,
  choice: PrefixChoice = {},
): Promise<Opened | undefined> {
  const { spec, problems } = await load(file);
  printProblems(problems, io);
  if (spec === undefined) return undefined;
  const api = toApi(spec, toEnvPrefix(spec, choice));
  printProblems(
    api.problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  const isUsable = api.problems.every(({ severity }) => severity !== 'error');
  return isUsable ? { spec, api, isOwn: isOwnSpec(file) } : undefined;
}

export function printProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(formatProblem(problem));
}
