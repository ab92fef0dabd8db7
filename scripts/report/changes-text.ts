import { mapStrings } from '../base/map-strings.ts';
import { formatLocation } from '../base/problem.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import type { Change, Changes } from '../model/change.ts';
import { entry, type TerminalPage } from './terminal/page.ts';
import { createPaint } from './terminal/paint.ts';

/** What changed, and between what. */
export type ComparedSpecs = Changes & {
  readonly spec: { readonly file: string; readonly title: string; readonly version: string };
  readonly base: { readonly revision: string; readonly commit: string; readonly version: string };
};

/** What changed in the contract, for people: what breaks first. */
export function toChangesText(
  compared: ComparedSpecs,
  { colour, width }: { readonly colour: boolean; readonly width: number },
): string {
  const page = { width, paint: createPaint(colour) };
  const printable = mapStrings(compared, visible);
  const { changes, texts } = printable;
  const others =
    texts === 0
      ? []
      : entry(page, {
          label: '',
          text: `${count(texts, 'text, example or extension', 'texts, examples or extensions')} changed.`,
        });
  const sections = [
    title(page, printable),
    section(
      page,
      'Breaking',
      printable,
      changes.filter(({ breaking }) => breaking),
    ),
    section(
      page,
      'Not breaking',
      printable,
      changes.filter(({ breaking }) => !breaking),
    ),
    others,
    entry(page, { label: '', ...verdict(printable) }),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function title(page: TerminalPage, { spec, base }: ComparedSpecs): string[] {
  const version = spec.version === base.version ? spec.version : `${base.version} → ${spec.version}`;
  const text = `${spec.title} ${version}, against ${base.revision} (${base.commit.slice(0, 8)})`;
  return entry(page, { label: '', text, style: 'strong' });
}

function section(
  page: TerminalPage,
  heading: string,
  compared: ComparedSpecs,
  changes: readonly Change[],
): string[] {
  if (changes.length === 0) return [];
  const items = changes.flatMap((change) => [
    ...entry(page, {
      label: change.breaking ? '  ✗ ' : '  · ',
      labelStyle: change.breaking ? 'bad' : 'dim',
      text: `${operations(change, compared)}${change.text}`,
    }),
    ...entry(page, { label: '    ', text: formatLocation(change.location), style: 'dim' }),
  ]);
  return [...entry(page, { label: '', text: heading, style: 'strong' }), ...items];
}

function operations({ operations: own }: Change, { operations: all }: ComparedSpecs): string {
  if (own.length === 0) return '';
  const isAll = own.length > 2 && all.every((operation) => own.includes(operation));
  return `${isAll ? `all ${all.length} operations` : own.join(', ')}: `;
}

function verdict({ base, changes }: ComparedSpecs): {
  readonly text: string;
  readonly style: 'good' | 'bad';
} {
  const breaking = changes.filter((change) => change.breaking).length;
  const rest = changes.length - breaking;
  if (changes.length === 0)
    return { text: `Nothing changed in the contract since ${base.revision}.`, style: 'good' };
  if (breaking === 0)
    return { text: `Nothing breaks since ${base.revision}: ${count(rest, 'change')}.`, style: 'good' };
  const others = rest === 0 ? '' : `, and ${count(rest, 'change')} that ${rest === 1 ? 'does' : 'do'} not`;
  const verb = breaking === 1 ? 'breaks' : 'break';
  return {
    text: `${count(breaking, 'change')} since ${base.revision} ${verb} clients${others}.`,
    style: 'bad',
  };
}
