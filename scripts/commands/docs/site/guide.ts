import type { Problem } from '../../../base/problem.ts';
import { operationsOf } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { createDirectives, expand, sourcesOf } from './directives.ts';
import { isElsewhere, type LinkedPage, toAddress } from './links.ts';
import { type ParsedMarkdown, type Picture, parse, print } from './markdown.ts';

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

/** A page of a guide: its file name in the site, and its content. */
export type GuidePage = {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly html: string;
};

type Draft = ParsedMarkdown & LinkedPage;

/** The pages of a guide. A reference to something that does not exist is a problem. */
export function toGuide(
  { folder, pages, read, toPicture }: GuideFiles,
  spec: Spec,
): { readonly pages: readonly GuidePage[]; readonly problems: readonly Problem[] } {
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
