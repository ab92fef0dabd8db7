import { type Named, unusable } from '../config/read-text.ts';
import type { Unsent } from '../model/run-result.ts';
import { unsentList } from '../report/unsent.ts';
import { skippedIn, type Target } from '../run/region.ts';
import { visible } from '../visible.ts';
import type { Io } from './io.ts';
import type { Scope } from './scope.ts';

/** Finds and names what failed in the earlier run and is not sent again; nothing where no such run is given. */
export function findUnsent(
  { again, selection }: Pick<Scope, 'again' | 'selection'>,
  targets: readonly Target[],
  io: Io,
): readonly Unsent[] {
  if (again === undefined) return [];
  const { named, rerun } = again;
  const skipped = new Map(targets.map((target) => [target.name, skippedIn(target, selection)]));
  const more = rerun.places.flatMap(({ made, region }) => {
    const reason = skipped.get(region)?.get(made);
    return reason === undefined ? [] : [{ region, operationId: made.operation.id, case: made.id, reason }];
  });
  const unsent = [...rerun.unsent, ...more];
  requireSent(named, rerun.places.length - more.length, unsent);
  tellUnsent(named, unsent, io);
  return unsent;
}

export function tellUnsent({ option, file }: Named, unsent: readonly Unsent[], io: Io): void {
  if (unsent.length > 0) io.err(`${option} ${file}: not sent again: ${inWords(unsent)}.`);
}

/** Where nothing is sent of what failed, that is a mistake. */
export function requireSent(named: Named, sent: number, unsent: readonly Unsent[]): void {
  if (sent === 0) throw unusable(named, `nothing that failed there would be sent: ${inWords(unsent)}`);
}

function inWords(unsent: readonly Unsent[]): string {
  return visible(unsentList(unsent)).replaceAll('\n', ' ');
}
