import { ExitCode } from '../../base/exit-code.ts';
import type { Io } from '../../io/io.ts';
import { findOrphans, findStale, writeFiles } from '../../io/write-files.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import { openSpec } from '../../openapi/open-spec.ts';
import { buildFiles } from '../../suite/build-files.ts';

/** The options of `generate`. */
export type GenerateOptions = SpecSource & { readonly out: string; readonly check: boolean };

/** Writes collections and environments; with `check` only reports which files in the folder are stale. */
export async function generate({ out, check, ...source }: GenerateOptions, io: Io): Promise<ExitCode> {
  const opened = await openSpec(source, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const stale = await findStale(out, built.files);
  const orphans = await findOrphans(out, opened.api.stem, built.files);
  for (const name of orphans) io.err(`${out}/${name} is not generated from this spec. Delete it.`);
  if (check) return report(stale, orphans, out, io);
  await writeFiles(out, built.files);
  for (const { name } of built.files) io.out(`${out}/${name}${stale.includes(name) ? '' : ' (unchanged)'}`);
  return ExitCode.kept;
}

function report(stale: readonly string[], orphans: readonly string[], out: string, io: Io): ExitCode {
  for (const name of stale) io.err(`${out}/${name} is stale. Run \`generate\` and commit the result.`);
  if (stale.length > 0 || orphans.length > 0) return ExitCode.badSpec;
  io.out(`${out} is up to date.`);
  return ExitCode.kept;
}
