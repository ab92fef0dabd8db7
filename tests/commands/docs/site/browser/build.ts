import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../../../../../scripts/commands/docs/docs.ts';
import { writeFiles } from '../../../../../scripts/io/write-files.ts';
import type { GeneratedFile } from '../../../../../scripts/suite/postman/files.ts';
import { build, open } from '../../../../fixtures/open.ts';

/** The site of a description in a folder of its own: its address, and its files. Pages are put beside it as its guide. */
export async function writeSite(
  file: string,
  pages: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly files: readonly GeneratedFile[] }> {
  const opened = await open(file);
  const guide = Object.entries(pages).map(([name, text]) => ({ name, text }));
  if (guide.length > 0) await writeFiles(join(dirname(file), `${opened.api.stem}.guide`), guide);
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  const { files, problems } = await buildSite(opened, (await build(opened)).files, 'maker 1.0.0');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  await writeFiles(folder, files);
  return { url: pathToFileURL(`${folder}/`).href, files };
}
