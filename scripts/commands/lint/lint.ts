import { ExitCode } from '../../base/exit-code.ts';
import { isError } from '../../base/problem.ts';
import { count } from '../../base/words.ts';
import type { Io } from '../../io/io.ts';
import { lint as lintSpec } from '../../openapi/lint/lint.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import { openUnchecked, printProblems } from '../../openapi/open-spec.ts';
import { planOf } from '../../suite/build-suite.ts';

/** Prints the problems of a spec, one on each line, in the order of the file. */
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
