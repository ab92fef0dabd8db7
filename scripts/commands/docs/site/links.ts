import { decode } from '../../../base/decode.ts';
import { headingsOf } from './markdown.ts';

/** A page that links lead to: its source, its name in the site, and the ids of its headings. */
export type LinkedPage = {
  readonly source: string;
  readonly name: string;
  readonly ids: ReadonlySet<string>;
  /** Other files whose sections it contains. */
  readonly sources: ReadonlySet<string>;
};

/** The possible targets of links. */
export type Targets = { readonly pages: readonly LinkedPage[]; readonly operations: ReadonlySet<string> };

/**
 * The address of a link in the site, where a heading may be on another page than in its source. `undefined` if the site
 * does not have the target.
 */
export function toAddress(href: string, own: LinkedPage, { pages, operations }: Targets): string | undefined {
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
function candidates(path: string, pages: readonly LinkedPage[]): readonly LinkedPage[] {
  if (path === '') return pages;
  const page = pages.find(({ source }) => source === path);
  return page === undefined ? pages.filter(({ sources }) => sources.has(path)) : [page];
}

/** Whether a link leads to a file of the repository, and to a heading that it has. Such links become text. */
export function isElsewhere(href: string, read: (file: string) => string | undefined): boolean {
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
