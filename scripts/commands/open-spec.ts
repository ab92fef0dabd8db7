import { load, locateProblem, type SpecSource } from '../load/load.ts';
import type { Api } from '../model/api.ts';
import type { Spec } from '../model/spec.ts';
import { toApi } from '../model/to-api.ts';
import { formatProblem, type Problem } from '../problem.ts';
import type { Io } from './io.ts';

export type Opened = { readonly spec: Spec; readonly api: Api };

/** Loads a description for a command. Prints its problems; `undefined` when they leave nothing to work with. */
export async function openSpec({ spec: file, ...options }: SpecSource, io: Io): Promise<Opened | undefined> {
  const { spec, problems } = await load(file, options);
  printProblems(problems, io);
  if (spec === undefined) return undefined;
  const api = toApi(spec);
  printProblems(
    api.problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return { spec, api };
}

export function printProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(formatProblem(problem));
}
