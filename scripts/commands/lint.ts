import { ExitCode } from '../exit-code.ts';
import { lint as lintSpec } from '../lint/lint.ts';
import type { SpecSource } from '../load/load.ts';
import { isError } from '../problem.ts';
import { count } from '../words.ts';
import type { Io } from './io.ts';
import { openUnchecked, printProblems } from './open-spec.ts';
import { planOf } from './plan-of.ts';

/** Prints what is wrong with a description, one problem a line, in the order of the file. */
export async function lint(source: SpecSource, io: Io): Promise<ExitCode> {
  const { spec: file } = source;
  const opened = await openUnchecked(source, io);
  if (opened === undefined) return ExitCode.badSpec;
  planOf(opened, io);
  const problems = lintSpec(opened.spec);
  printProblems(problems, { out: io.out, err: io.out });
  if (problems.length > 0) io.err(`${count(problems.length, 'problem')} in ${file}.`);
  else io.err(`${file}: no problems in ${opened.api.operations.length} operations.`);
  return problems.some(isError) ? ExitCode.badSpec : ExitCode.kept;
}
