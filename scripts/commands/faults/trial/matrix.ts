import type { Tier } from '../../../cases/select.ts';
import type { FaultResult } from './fault-result.ts';
import { survivors } from './survivors.ts';

/** Percent that must be caught: of each class by the whole suite, of all together by the tier `smoke`. */
const floors = { full: 95, smoke: 55 } as const;

export type FaultMatrix = { readonly text: string; readonly problems: readonly string[] };

/** The faults by class with the checks that caught them, what was not caught and why, and which floor is not reached. */
export function toMatrix(kills: readonly FaultResult[], tier: Tier, whole: boolean): FaultMatrix {
  const classes = [...new Set(kills.map((kill) => kill.class))];
  const groups = classes.map((name) => kills.filter((kill) => kill.class === name));
  const missed = kills.filter(({ caught }) => !caught);
  const rows = [...groups.map((group, index) => row(classes[index] ?? '', group)), row('all', kills)];
  const text = [
    ...groups.flatMap((group, index) => ['', classes[index] ?? '', ...group.map(line)]),
    '',
    `${'class'.padEnd(12)}${'faults'.padStart(8)}${'caught'.padStart(8)}${'rate'.padStart(8)}${'failed'.padStart(8)}${'drift'.padStart(8)}${'other'.padStart(8)}`,
    ...rows,
    ...(missed.length > 0 ? ['', 'Not caught', ...missed.flatMap(reasonLines)] : []),
  ];
  return {
    text: text.slice(1).join('\n'),
    problems: [...staleIn(kills, tier), ...(whole ? below(groups, kills, tier) : [])],
  };
}

function line({ id, caught, checks }: FaultResult): string {
  return `  ${caught ? '✓' : '✗'} ${id.padEnd(42)} ${checks.join(', ')}`.trimEnd();
}

function row(name: string, kills: readonly FaultResult[]): string {
  const caught = kills.filter((kill) => kill.caught).length;
  const failed = kills.filter(({ by }) => by === 'failed').length;
  const drift = kills.filter(({ by }) => by === 'drift').length;
  const rate = `${Math.floor(rateOf(kills))} %`;
  const cells = [kills.length, caught, rate, failed, drift, caught - failed - drift];
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(8)).join('');
}

function rateOf(kills: readonly FaultResult[]): number {
  return (100 * kills.filter(({ caught }) => caught).length) / Math.max(1, kills.length);
}

function reasonLines({ id, title, changed }: FaultResult): string[] {
  const unseen = changed === 0 ? 'no request of the suite meets it' : 'its answers met no check that fails';
  return [`  ✗ ${id}: ${title}`, `    ${survivors[id] ?? unseen}`];
}

function staleIn(kills: readonly FaultResult[], tier: Tier): string[] {
  return kills
    .filter(({ id, caught }) => tier === 'full' && caught && Object.hasOwn(survivors, id))
    .map(({ id }) => `${id} is caught, and stands among the survivors: take it out there.`);
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
        `Of ${tier === 'full' ? group[0]?.class : 'all'} ${rateOf(group).toFixed(1)} % are caught; the floor is ${floors[tier]} %.`,
    );
}
