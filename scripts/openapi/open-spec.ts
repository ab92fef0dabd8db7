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

/** The same without a check of the extensions. */
export async function openUnchecked(options: SpecOptions, io: IoWithEnv): Promise<Opened | undefined> {
  const { opened, problems } = await readSpec(options, io);
  printProblems(problems, io);
  return opened;
}

/** The same for `lint`, which reports all problems itself: prints nothing. Without `opened`, a problem is an error. */
export async function readSpec(
  { spec: file, envPrefix, ...references }: SpecOptions,
  { env = {} }: IoWithEnv,
): Promise<{ readonly opened?: Opened; readonly problems: readonly Problem[] }> {
  const loaded = await load(file, references);
  const { spec } = loaded;
  if (spec === undefined) return { problems: loaded.problems };
  const api = toApi(spec, toEnvPrefix(spec, { ...(envPrefix !== undefined && { envPrefix }), env }));
  const apiProblems = api.problems.map((problem) => locateProblem(problem, spec.locate));
  const problems = [...loaded.problems, ...apiProblems];
  if (apiProblems.some(isError)) return { problems };
  return { opened: { spec, api, isOwn: isOwnSpec(file) }, problems };
}

export function printProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(formatProblem(problem));
}
