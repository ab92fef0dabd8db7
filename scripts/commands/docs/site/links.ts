import { decode } from '../../../base/decode.ts';
import { headingsOf } from './markdown.ts';

/** A page as links name it: by its source, which becomes another name in the site, and by the ids of its headings. */
export type LinkedPage = {
  readonly source: string;
  readonly name: string;
  readonly ids: ReadonlySet<string>;
  /** Other files of which it has sections. */
  readonly sources: ReadonlySet<string>;
};

/** What links may lead to. */
export type Targets = { readonly pages: readonly LinkedPage[]; readonly operations: ReadonlySet<string> };

/**
 * The address in the site; a heading may stand on another page than it did. `undefined` where the site has not what the
 * link names.
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

/** The pages in which a link to a path, or to a heading alone, may lead. */
function candidates(path: string, pages: readonly LinkedPage[]): readonly LinkedPage[] {
  if (path === '') return pages;
  const page = pages.find(({ source }) => source === path);
  return page === undefined ? pages.filter(({ sources }) => sources.has(path)) : [page];
}

/** Whether it names a file of the repository, and a heading in it: what is not in the site becomes text. */
export function isElsewhere(href: string, read: (file: string) => string | undefined): boolean {
  const { path, id } = partsOf(href);
  const text = read(path);
  if (text === undefined) return false;
  return id === '' || !path.endsWith('.md') || headingsOf(text).some((heading) => heading.id === id);
}

/** The reference has `#operation/ID` for each operation; its other anchors are the renderer's. */
function isReferred(id: string, operations: ReadonlySet<string>): boolean {
  const [, operation] = /^operation\/(.*)$/.exec(id) ?? [];
  return operation === undefined || operations.has(operation);
}

/** The parser percent-encodes what is beyond ASCII; file names and ids are plain. */
function partsOf(href: string): { readonly path: string; readonly id: string } {
  const [path = '', id = ''] = href.split('#').map(decode);
  return { path, id };
}
