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

/** A spec, what its references may read, and what its environment variables begin with. */
export type SpecOptions = SpecSource & { readonly envPrefix?: string };

export type Opened = {
  readonly spec: Spec;
  readonly api: Api;
  /** Whether it is the description that package.json names, and not somebody else's. */
  readonly isOwn: boolean;
};

type IoWithEnv = Io & { readonly env?: Env };

/**
 * Opens a spec for a command that acts on what our extensions say: a value there that can't be understood is an
 * error. Prints the problems; `undefined` when they leave nothing to work with.
 */
export async function openSpec(options: SpecOptions, io: IoWithEnv): Promise<Opened | undefined> {
  const opened = await openUnchecked(options, io);
  if (opened === undefined) return undefined;
  const problems = lintExtensions(opened.spec);
  printProblems(problems, io);
  return problems.some(isError) ? undefined : opened;
}

/** The same for `lint`, which reports on the extensions with all the rest. */
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
