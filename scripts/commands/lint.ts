import { ExitCode } from '../exit-code.ts';
import { lint as lintSpec } from '../lint/lint.ts';
import type { SpecSource } from '../load/load.ts';
import type { Io } from './io.ts';
import { openSpec, printProblems } from './open-spec.ts';

/** Prints what is wrong with a description, one problem a line, in the order of the file. */
export async function lint(source: SpecSource, io: Io): Promise<ExitCode> {
  const opened = await openSpec(source, io);
  if (opened === undefined) return ExitCode.badSpec;
  const problems = lintSpec(opened.spec);
  printProblems(problems, { out: io.out, err: io.out });
  if (problems.length > 0) io.err(`${problems.length} problems in ${source.spec}.`);
  else io.err(`${source.spec}: no problems in ${opened.api.operations.length} operations.`);
  return problems.some(({ severity }) => severity === 'error') ? ExitCode.badSpec : ExitCode.kept;
}
