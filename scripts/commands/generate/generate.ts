import { ExitCode } from '../../base/exit-code.ts';
import { shellLine } from '../../base/shell-line.ts';
import type { Io } from '../../io/io.ts';
import { findOrphans, findOutdated, writeFiles } from '../../io/write-files.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import { type Opened, openSpec } from '../../openapi/open-spec.ts';
import { buildFiles } from '../../suite/build-files.ts';

/** The options of `generate`. */
export type GenerateOptions = SpecSource & { readonly out: string; readonly check: boolean };

/** Writes collections and environments; with `check` only reports which files are missing or stale. */
export async function generate({ out, check, ...source }: GenerateOptions, io: Io): Promise<ExitCode> {
  const opened = await openSpec(source, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const outdated = await findOutdated(out, built.files);
  const orphans = await findOrphans(out, opened.api.stem, built.files);
  for (const name of orphans) io.err(`${out}/${name} is not generated from this spec. Delete it.`);
  if (check) {
    for (const { name, state } of outdated)
      io.err(
        `${out}/${name} is ${state}. Run \`${remedy(out, source.spec, opened)}\` and commit the result.`,
      );
    return checked(outdated.length + orphans.length === 0, out, io);
  }
  await writeFiles(out, built.files);
  const written = new Set(outdated.map(({ name }) => name));
  for (const { name } of built.files) io.out(`${out}/${name}${written.has(name) ? '' : ' (unchanged)'}`);
  return ExitCode.kept;
}

/** The command that writes the files into the folder. */
function remedy(out: string, spec: string, { isOwn }: Opened): string {
  const folder = out === 'collections' ? [] : ['--out', out];
  return shellLine('generate', [...(isOwn ? [] : ['--spec', spec]), ...folder]);
}

function checked(isCurrent: boolean, out: string, io: Io): ExitCode {
  if (isCurrent) io.out(`${out} is up to date.`);
  return isCurrent ? ExitCode.kept : ExitCode.badSpec;
}
