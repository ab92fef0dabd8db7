import type { Env } from '../base/env.ts';
import { isOwnSpec } from '../base/package.ts';
import { formatProblem, isError, type Problem } from '../base/problem.ts';
import type { Io } from '../io/io.ts';
import type { Api } from '../model/api.ts';
import type { Spec } from '../model/spec.ts';
import { toApi } from '../model/to-api.ts';
import { toEnvPrefix } from './env-prefix.ts';
import { lintExtensions } from './lint/lint.ts';
import { load, locateProblem, type SpecSource } from './load/load.ts';

/** A spec, what its references may read, and the prefix of its environment variables. */
export type SpecOptions = SpecSource & { readonly envPrefix?: string };

export type Opened = {
  readonly spec: Spec;
  readonly api: Api;
  /** Whether it is the project's own spec, which package.json names. */
  readonly isOwn: boolean;
};

type IoWithEnv = Io & { readonly env?: Env };

/**
 * Opens a spec for a command that uses our extensions, so an invalid value in them is an error. Prints the problems;
 * `undefined` if one of them is an error.
 */
export async function openSpec(options: SpecOptions, io: IoWithEnv): Promise<Opened | undefined> {
  const opened = await openUnchecked(options, io);
  if (opened === undefined) return undefined;
  const problems = lintExtensions(opened.spec);
  printProblems(problems, io);
  return problems.some(isError) ? undefined : opened;
}

/** The same for `lint`, which reports problems of the extensions itself. */
export async function openUnchecked(
  { spec: file, envPrefix, ...references }: SpecOptions,
  io: IoWithEnv,
): Promise<Opened | undefined> {
  const { spec, problems } = await load(file, references);
  printProblems(problems, io);
  if (spec === undefined) return undefined;
  const api = toApi(
    spec,
    toEnvPrefix(spec, { ...(envPrefix !== undefined && { envPrefix }), env: io.env ?? {} }),
  );
  printProblems(
    api.problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return api.problems.some(isError) ? undefined : { spec, api, isOwn: isOwnSpec(file) };
}

export function printProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(formatProblem(problem));
}
