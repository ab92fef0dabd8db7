import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { decode } from '../../../base/decode.ts';
import type { Problem } from '../../../base/problem.ts';
import { operationsOf } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { createDirectives, expand, sourcesOf } from './directives.ts';
import { headingsOf, type ParsedMarkdown, type Picture, parse, print } from './markdown.ts';

/** The texts of a guide in order, and access to the files that they refer to. */
export type GuideFiles = {
  /** Its name in messages: `spec/rivery.guide`. */
  readonly folder: string;
  readonly pages: readonly { readonly name: string; readonly text: string }[];
  /** The text of a file, or an empty text for a folder. `undefined` if it does not exist. */
  readonly read: (file: string) => string | undefined;
  /** `undefined` if it does not exist. */
  readonly toPicture: (src: string) => Picture | undefined;
};

/** Reads the guide of a spec: the Markdown files in the folder beside it, `rivery.guide` for `rivery.openapi.yaml`. */
export function readGuide({ file, stem }: Spec): GuideFiles {
  const folder = join(dirname(file), `${stem}.guide`);
  const at = (path: string): string => join(folder, path);
  const isFile = (path: string): boolean => existsSync(at(path)) && statSync(at(path)).isFile();
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  const names = entries.filter((name) => name.endsWith('.md') && isFile(name));
  return {
    folder,
    pages: names.toSorted().map((name) => ({ name, text: readFileSync(at(name), 'utf8') })),
    read: (path) => {
      if (path === '' || !existsSync(at(path))) return undefined;
      return isFile(path) ? readFileSync(at(path), 'utf8') : '';
    },
    toPicture: (src) => {
      if (!isFile(src)) return undefined;
      const dark = src.replace('-light.', '-dark.');
      return {
        light: toDataUrl(at(src)),
        dark: dark !== src && existsSync(at(dark)) ? toDataUrl(at(dark)) : undefined,
      };
    },
  };
}

/** Pictures are embedded, because not every browser lets a page that is opened as a file load files beside it. */
function toDataUrl(file: string): string {
  return `data:image/${extname(file).slice(1)};base64,${readFileSync(file, 'base64')}`;
}

/** A page before its links are resolved. */
type Draft = ParsedMarkdown & {
  readonly source: string;
  readonly name: string;
  /** Other files whose sections it contains. */
  readonly sources: ReadonlySet<string>;
};

/** The pages of a guide by their names in the site, with their content. A reference to something that does not exist is a problem. */
export function toGuide({ folder, pages, read, toPicture }: GuideFiles, spec: Spec) {
  const problems: Problem[] = [];
  const report = (source: string, message: string): void => {
    const location = { file: `${folder}/${source}`, line: 1, column: 1 };
    problems.push({ code: 'guide-reference', severity: 'error', message, location });
  };
  const directives = createDirectives(spec, read);
  const drafts = pages.map(({ name: source, text }): Draft => {
    const expanded = expand(text, directives);
    for (const line of expanded.unknown) report(source, `\`${line}\` refers to nothing.`);
    return { ...parse(expanded.text), source, name: nameOf(source), sources: sourcesOf(text) };
  });
  for (const [at, { source, name }] of drafts.entries()) {
    const before = ['index.html', 'reference.html', ...drafts.slice(0, at).map((one) => one.name)];
    if (before.includes(name)) report(source, `The site has another page \`${name}\`: rename the file.`);
  }
  const operations = new Set(operationsOf(spec).map(({ operation }) => operation.operationId ?? ''));
  const site = { pages: drafts, operations };
  const printed = drafts.map((draft) => {
    const pictureOf = (src: string): Picture => {
      const picture = toPicture(src);
      if (picture === undefined) report(draft.source, `There is no picture \`${src}\`.`);
      return picture ?? { light: '', dark: undefined };
    };
    const toLink = (href: string): string | undefined => {
      const address = toAddress(href, draft, site);
      if (address === undefined && !isElsewhere(href, read)) {
        report(draft.source, `The link \`${href}\` leads nowhere.`);
      }
      return address;
    };
    const { name, title, lead } = draft;
    return { name, title, lead, html: print(draft, toLink, pictureOf) };
  });
  return { pages: printed, problems };
}

/** `1-token.md` becomes `token.html`: the number only orders the pages. */
function nameOf(source: string): string {
  return source.replace(/^\d+-/, '').replace(/\.md$/, '.html');
}

/** The possible targets of links. */
type Targets = { readonly pages: readonly Draft[]; readonly operations: ReadonlySet<string> };

/**
 * The address of a link in the site, where a heading may be on another page than in its source. `undefined` if the site
 * does not have the target.
 */
function toAddress(href: string, own: Draft, { pages, operations }: Targets): string | undefined {
  if (/^(https?|mailto):/i.test(href)) return href;
  const { path, id } = partsOf(href);
  if (path === 'reference.html') return isReferred(id, operations) ? href : undefined;
  if (path === 'index.html') return href;
  if (path === '' && (id === '' || own.ids.has(id))) return href;
  if (path === '' && id.startsWith('section/')) return `reference.html${href}`;
  const page = candidates(path, pages).find(({ ids }) => id === '' || ids.has(id));
  return page && encodeURI(id === '' ? page.name : `${page.name}#${id}`);
}

/** The pages that a link to a path, or to a heading alone, may lead to. */
function candidates(path: string, pages: readonly Draft[]): readonly Draft[] {
  if (path === '') return pages;
  const page = pages.find(({ source }) => source === path);
  return page === undefined ? pages.filter(({ sources }) => sources.has(path)) : [page];
}

/** Whether a link leads to a file of the repository, and to a heading that it has. Such links become text. */
function isElsewhere(href: string, read: (file: string) => string | undefined): boolean {
  const { path, id } = partsOf(href);
  const text = read(path);
  if (text === undefined) return false;
  return id === '' || !path.endsWith('.md') || headingsOf(text).some((heading) => heading.id === id);
}

/** The reference has `#operation/ID` for each operation. The renderer defines its other anchors, which are not checked. */
function isReferred(id: string, operations: ReadonlySet<string>): boolean {
  const [, operation] = /^operation\/(.*)$/.exec(id) ?? [];
  return operation === undefined || operations.has(operation);
}

/** The parser percent-encodes non-ASCII characters, but file names and ids contain them unencoded. */
function partsOf(href: string): { readonly path: string; readonly id: string } {
  const [path = '', id = ''] = href.split('#').map(decode);
  return { path, id };
}
