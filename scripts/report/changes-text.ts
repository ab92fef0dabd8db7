import { mapStrings } from '../base/map-strings.ts';
import { formatLocation } from '../base/problem.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import type { Change, Changes } from '../model/change.ts';
import {
  createPage,
  entry,
  joinSections,
  plainText,
  type TerminalOptions,
  type TerminalPage,
} from './terminal/page.ts';

/** What changed, and between what. */
export type ComparedSpecs = Changes & {
  readonly spec: { readonly file: string; readonly title: string; readonly version: string };
  readonly base: { readonly revision: string; readonly commit: string; readonly version: string };
};

/** What changed in the contract, for people: what breaks first. */
export function toChangesText(compared: ComparedSpecs, options: TerminalOptions): string {
  const page = createPage(options);
  const printable = mapStrings(compared, visible);
  const { changes, texts } = printable;
  const others = `${count(texts, 'text, example or extension', 'texts, examples or extensions')} changed.`;
  return joinSections([
    plainText(page, title(printable), 'strong'),
    section(page, printable, true),
    section(page, printable, false),
    texts === 0 ? [] : plainText(page, others),
    plainText(page, verdict(printable), changes.some(({ breaking }) => breaking) ? 'bad' : 'good'),
  ]);
}

function title({ spec, base }: ComparedSpecs): string {
  const version = spec.version === base.version ? spec.version : `${base.version} → ${spec.version}`;
  return `${spec.title} ${version}, against ${base.revision} (${base.commit.slice(0, 8)})`;
}

function section(page: TerminalPage, compared: ComparedSpecs, breaking: boolean): string[] {
  const changes = compared.changes.filter((change) => change.breaking === breaking);
  if (changes.length === 0) return [];
  return [
    ...plainText(page, breaking ? 'Breaking' : 'Not breaking', 'strong'),
    ...changes.flatMap((change) => [
      ...entry(page, {
        label: breaking ? '  ✗ ' : '  · ',
        labelStyle: breaking ? 'bad' : 'dim',
        text: `${operations(change, compared)}${change.text}`,
      }),
      ...entry(page, { label: '    ', text: formatLocation(change.location), style: 'dim' }),
    ]),
  ];
}

function operations({ operations: own }: Change, { operations: all }: ComparedSpecs): string {
  if (own.length === 0) return '';
  const isAll = own.length > 2 && all.every((operation) => own.includes(operation));
  return `${isAll ? `all ${all.length} operations` : own.join(', ')}: `;
}

function verdict({ base, changes }: ComparedSpecs): string {
  const breaking = changes.filter((change) => change.breaking).length;
  const rest = changes.length - breaking;
  if (changes.length === 0) return `Nothing changed in the contract since ${base.revision}.`;
  if (breaking === 0) return `Nothing breaks since ${base.revision}: ${count(rest, 'change')}.`;
  const others = rest === 0 ? '' : `, and ${count(rest, 'change')} that ${rest === 1 ? 'does' : 'do'} not`;
  const verb = breaking === 1 ? 'breaks' : 'break';
  return `${count(breaking, 'change')} since ${base.revision} ${verb} clients${others}.`;
}
