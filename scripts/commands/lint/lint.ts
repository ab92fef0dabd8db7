import { ExitCode } from '../../base/exit-code.ts';
import { isError, type Problem } from '../../base/problem.ts';
import { count, listOf } from '../../base/words.ts';
import { toPlan } from '../../cases/plan.ts';
import type { Io } from '../../io/io.ts';
import { lint as lintSpec } from '../../openapi/lint/lint.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import { printProblems, readSpec } from '../../openapi/open-spec.ts';
import { planProblems } from '../../suite/prepare.ts';

/** Prints the problems of a spec, one on each line, in the order of the file. */
export async function lint(source: SpecSource, io: Io): Promise<ExitCode> {
  const { spec: file } = source;
  const { opened, problems: early } = await readSpec(source, io);
  printProblems(early, io);
  if (opened === undefined) return ExitCode.badSpec;
  const unsendable = planProblems(opened, toPlan(opened.api));
  printProblems(unsendable, io);
  const problems = lintSpec(opened.spec);
  printProblems(problems, { out: io.out, err: io.out });
  io.err(summary([...early, ...unsendable, ...problems], file, opened.api.operations.length));
  return problems.some(isError) ? ExitCode.badSpec : ExitCode.kept;
}

function summary(problems: readonly Problem[], file: string, operations: number): string {
  if (problems.length === 0) return `${file}: no problems in ${count(operations, 'operation')}.`;
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ];
  return `${listOf(counts)} in ${file}.`;
}
