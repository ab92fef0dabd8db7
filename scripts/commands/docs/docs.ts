import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { ExitCode } from '../../base/exit-code.ts';
import { jsonText } from '../../base/json-text.ts';
import { readPackage } from '../../base/package.ts';
import type { Problem } from '../../base/problem.ts';
import { visibleInFile } from '../../base/visible.ts';
import { count, grouped } from '../../base/words.ts';
import { createFolder, writeFiles } from '../../io/write-files.ts';
import type { Spec } from '../../model/spec.ts';
import { parse } from '../../openapi/load/parse.ts';
import { type Opened, openSpec, printProblems, type SpecOptions } from '../../openapi/open-spec.ts';
import { buildFiles } from '../../suite/build-files.ts';
import type { GeneratedFile } from '../../suite/postman/files.ts';
import { withSamples } from '../../suite/samples/samples.ts';
import type { Context } from '../context.ts';
import { annotate } from './site/annotate.ts';
import { createFrame, type Link } from './site/frame.ts';
import { readGuide, toGuide } from './site/guide.ts';
import { render } from './site/render.ts';

/** The options of `docs`. */
export type DocsOptions = SpecOptions & { readonly out: string };

/** Writes the documentation as a site that works from the disk or on any static file server. */
export async function docs({ out, ...source }: DocsOptions, io: Context): Promise<ExitCode> {
  const opened = await openSpec(source, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const { bin, version } = readPackage();
  await createFolder(out);
  const { files, problems } = await buildSite(opened, built.files, `${bin} ${version}`);
  printProblems(problems, io);
  if (problems.length > 0) return ExitCode.badSpec;
  await writeFiles(out, files);
  for (const { name } of files) io.out(`${out}/${name}`);
  io.err(`Open it in a browser: ${pathToFileURL(resolve(out, 'index.html')).href}`);
  return ExitCode.kept;
}

/** The files of the site; none if there are problems. */
export type Site = { readonly files: readonly GeneratedFile[]; readonly problems: readonly Problem[] };

/**
 * The documentation as a site that works offline: the guide if the spec has one, the reference, and downloads.
 * @param generator name and version of this program
 * @throws Error with the renderer's last lines if it fails
 */
export async function buildSite(
  { spec, api }: Pick<Opened, 'spec' | 'api'>,
  generated: readonly GeneratedFile[],
  generator: string,
): Promise<Site> {
  const guide = toGuide(readGuide(spec), spec);
  if (guide.problems.length > 0) return { files: [], problems: guide.problems };
  const { pages } = guide;
  const links: Link[] = [
    { name: 'reference.html', label: 'API reference' },
    ...pages.map(({ name, title }) => ({ name, label: title })),
  ];
  const downloads = toDownloads(spec, await readFile(spec.file, 'utf8'), generated);
  const frame = createFrame(api, links, generator);
  const home = {
    summary: spec.document.info.summary ?? '',
    pages,
    operations: count(api.operations.length, 'operation'),
    downloads: downloads.map(({ name, title, text }) => ({
      name,
      title,
      size: `${grouped(Math.ceil(Buffer.byteLength(text) / 1000))} kB`,
    })),
  };
  const files = [
    frame.page('index.html', api.title, 'home', home),
    ...pages.map(({ name, title, html }, at) =>
      frame.page(name, title, 'guide', { html, before: pages[at - 1], after: pages[at + 1] }),
    ),
    frame.reference(await render(annotate(withSamples(spec.bundle, api)))),
    ...downloads.map(({ name, text }) => ({ name: `downloads/${name}`, text })),
  ];
  return { files, problems: [] };
}

type Download = GeneratedFile & { readonly title: string };

/** The downloads of the site: everything that is generated, and the spec in YAML and JSON. */
function toDownloads(
  { bundle, file, stem }: Spec,
  source: string,
  generated: readonly GeneratedFile[],
): Download[] {
  // A spec of several files, or older than 3.1, is offered as the bundled document.
  const yaml = isDeepStrictEqual(parse(source, file).data, bundle) ? source : stringify(bundle);
  const json = `${jsonText(bundle, 2)}\n`;
  return [
    ...generated.map(({ name, text }) => ({ name, text, title: titleOf(name) })),
    // Plain YAML scalars have no escapes. JSON is valid YAML.
    {
      name: `${stem}.openapi.yaml`,
      text: visibleInFile(yaml) === yaml ? yaml : json,
      title: 'OpenAPI description, YAML',
    },
    { name: `${stem}.openapi.json`, text: json, title: 'OpenAPI description, JSON' },
  ];
}

function titleOf(name: string): string {
  const [, middle, kind] = name.split('.');
  if (kind === 'postman_environment') return `Postman environment ${middle}`;
  return middle === 'contract' ? 'Contract collection, for newman' : 'Postman collection';
}
