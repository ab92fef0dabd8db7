import { mapStrings } from '../base/map-strings.ts';
import { formatLocation } from '../base/problem.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import type { Change, Changes, Severity } from '../model/change.ts';
import {
  createPage,
  entry,
  joinSections,
  plainText,
  type TerminalOptions,
  type TerminalPage,
} from './terminal/page.ts';
import type { Style } from './terminal/paint.ts';

/** What changed, and between what. */
export type ComparedSpecs = Changes & {
  readonly spec: { readonly file: string; readonly title: string; readonly version: string };
  readonly base: { readonly revision: string; readonly commit: string; readonly version: string };
};

/** What changed in the contract, for people: what breaks first. */
export function toChangesText(compared: ComparedSpecs, options: TerminalOptions): string {
  const page = createPage(options);
  const printable = mapStrings(compared, visible);
  const { changes, texts, hidden } = printable;
  const others = `${count(texts, 'text, example or extension', 'texts, examples or extensions')} changed.`;
  return joinSections([
    plainText(page, title(printable), 'strong'),
    ...sections.flatMap((one) => section(page, printable, one)),
    texts === 0 ? [] : plainText(page, others),
    hidden === 0
      ? []
      : plainText(page, `${count(hidden, 'change is', 'changes are')} left out by the severity file.`),
    plainText(page, verdict(printable), changes.some(({ breaking }) => breaking) ? 'bad' : 'good'),
  ]);
}

function title({ spec, base }: ComparedSpecs): string {
  const version = spec.version === base.version ? spec.version : `${base.version} → ${spec.version}`;
  return `${spec.title} ${version}, against ${base.revision} (${base.commit.slice(0, 8)})`;
}

type Section = {
  readonly severity: Severity;
  readonly title: string;
  readonly label: string;
  readonly style: Style;
};

const sections: readonly Section[] = [
  { severity: 'error', title: 'Breaking', label: '  ✗ ', style: 'bad' },
  { severity: 'warning', title: 'Warnings', label: '  ! ', style: 'doubt' },
  { severity: 'info', title: 'Not breaking', label: '  · ', style: 'dim' },
];

function section(
  page: TerminalPage,
  compared: ComparedSpecs,
  { severity, title, ...one }: Section,
): string[][] {
  const changes = compared.changes.filter((change) => change.severity === severity);
  if (changes.length === 0) return [];
  return [
    [
      ...plainText(page, title, 'strong'),
      ...changes.flatMap((change) => [
        ...entry(page, {
          label: one.label,
          labelStyle: one.style,
          text: `${operations(change, compared)}${change.text}`,
        }),
        ...entry(page, {
          label: '    ',
          text: `${formatLocation(change.location)} ${change.rule}`,
          style: 'dim',
        }),
      ]),
    ],
  ];
}

function operations({ operations: own }: Change, { operations: all }: ComparedSpecs): string {
  if (own.length === 0) return '';
  const isAll = own.length > 2 && all.every((operation) => own.includes(operation));
  return `${isAll ? `all ${all.length} operations` : own.join(', ')}: `;
}

function verdict({ base, changes, hidden }: ComparedSpecs): string {
  const numberOf = (severity: Severity): number =>
    changes.filter((change) => change.severity === severity).length;
  const [breaking, warnings, rest] = [numberOf('error'), numberOf('warning'), numberOf('info')];
  const warned = warnings === 0 ? [] : [count(warnings, 'warning')];
  if (changes.length === 0 && hidden === 0) return `Nothing changed in the contract since ${base.revision}.`;
  if (breaking === 0) {
    return `Nothing breaks since ${base.revision}: ${[count(rest, 'change'), ...warned].join(', ')}.`;
  }
  const others = rest === 0 ? [] : [`${count(rest, 'change')} that ${rest === 1 ? 'does' : 'do'} not`];
  const more = [...others, ...warned].map((one) => `, and ${one}`).join('');
  const verb = breaking === 1 ? 'breaks' : 'break';
  return `${count(breaking, 'change')} since ${base.revision} ${verb} clients${more}.`;
}
