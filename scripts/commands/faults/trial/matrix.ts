import type { Tier } from '../../../cases/select.ts';
import type { FaultResult } from './trial.ts';

/** Faults that the suite is known not to notice, each with the reason. Remove an entry when the suite notices its fault. */
export const survivors: Readonly<Record<string, string>> = {
  'negative-wrong-token-accepted':
    'only one request has a well-formed token that nobody has, the one for activities; every operation is sent without a token',
  'negative-malformed-id-accepted':
    'only one request has a malformed id in its path, that of an account; one for each kind of id would exceed 120 requests',
  'semantic-target-units-wrong':
    'runs without a target count for no target, so no documented rule relates the two sums',
};

/** The percentage that must be noticed: of each class by the whole suite, of all faults by the tier `smoke`. */
export const floors = { full: 95, smoke: 55 } as const;

/** The matrix as text, and why it fails the command. */
export type FaultMatrix = { readonly text: string; readonly problems: readonly string[] };

/** The faults by class with the checks that noticed them, the unnoticed faults with reasons, and each floor that is missed. */
export function toMatrix(results: readonly FaultResult[], tier: Tier, whole: boolean): FaultMatrix {
  const classes = [...new Set(results.map((result) => result.class))];
  const groups = classes.map((name) => results.filter((result) => result.class === name));
  const missed = results.filter(({ caught }) => !caught);
  const rows = [...groups.map((group, index) => row(classes[index] ?? '', group)), row('all', results)];
  const text = [
    ...groups.flatMap((group, index) => ['', classes[index] ?? '', ...group.map(line)]),
    '',
    `${'class'.padEnd(12)}${'faults'.padStart(8)}${'noticed'.padStart(8)}${'rate'.padStart(8)}${'failed'.padStart(8)}${'drift'.padStart(8)}${'other'.padStart(8)}`,
    ...rows,
    ...(missed.length > 0 ? ['', 'Not noticed', ...missed.flatMap(reasonLines)] : []),
  ];
  return {
    text: text.slice(1).join('\n'),
    problems: [...staleIn(results, tier), ...(whole ? below(groups, results, tier) : [])],
  };
}

function line({ id, caught, checks }: FaultResult): string {
  return `  ${caught ? '✓' : '✗'} ${id.padEnd(42)} ${checks.join(', ')}`.trimEnd();
}

function row(name: string, results: readonly FaultResult[]): string {
  const caught = results.filter((result) => result.caught).length;
  const failed = results.filter(({ by }) => by === 'failed').length;
  const drift = results.filter(({ by }) => by === 'drift').length;
  const rate = `${Math.floor(rateOf(results))} %`;
  const cells = [results.length, caught, rate, failed, drift, caught - failed - drift];
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(8)).join('');
}

function rateOf(results: readonly FaultResult[]): number {
  return (100 * results.filter(({ caught }) => caught).length) / Math.max(1, results.length);
}

function reasonLines({ id, title, changed }: FaultResult): string[] {
  const unseen =
    changed === 0 ? 'no request of the suite meets it' : 'no check fails on the responses that it changed';
  return [`  ✗ ${id}: ${title}`, `    ${survivors[id] ?? unseen}`];
}

function staleIn(results: readonly FaultResult[], tier: Tier): string[] {
  return results
    .filter(({ id, caught }) => tier === 'full' && caught && Object.hasOwn(survivors, id))
    .map(({ id }) => `${id} is noticed, but it is still listed as a survivor: remove it there.`);
}

function below(
  groups: readonly (readonly FaultResult[])[],
  all: readonly FaultResult[],
  tier: Tier,
): string[] {
  const judged = tier === 'full' ? groups : [all];
  return judged
    .filter((group) => rateOf(group) < floors[tier])
    .map(
      (group) =>
        `Of ${tier === 'full' ? group[0]?.class : 'all'} ${rateOf(group).toFixed(1)} % are noticed; the floor is ${floors[tier]} %.`,
    );
}
