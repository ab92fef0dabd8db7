import { ExitCode } from '../exit-code.ts';
import { findStale, writeFiles } from '../write-files.ts';
import { buildFiles } from './build.ts';
import type { Io } from './io.ts';
import { openSpec } from './open-spec.ts';

export type GenerateOptions = { readonly spec: string; readonly out: string; readonly check: boolean };

/** Writes collections and environments; with `check` only tells whether those in the folder are stale. */
export async function generate({ spec, out, check }: GenerateOptions, io: Io): Promise<ExitCode> {
  const opened = await openSpec(spec, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (built === undefined) return ExitCode.badSpec;
  const stale = await findStale(out, built.files);
  if (check) return report(stale, out, io);
  await writeFiles(out, built.files);
  for (const { name } of built.files) io.out(`${out}/${name}${stale.includes(name) ? '' : ' (unchanged)'}`);
  return ExitCode.kept;
}

function report(stale: readonly string[], out: string, io: Io): ExitCode {
  for (const name of stale)
    io.err(`${out}/${name} is not what the description gives. Run \`generate\` and commit it.`);
  if (stale.length === 0) io.out(`${out} is up to date.`);
  return stale.length === 0 ? ExitCode.kept : ExitCode.badSpec;
}
