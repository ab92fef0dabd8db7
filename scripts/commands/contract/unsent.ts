import { visible } from '../../base/visible.ts';
import type { Target } from '../../config/target.ts';
import type { Io } from '../../io/io.ts';
import { type Named, unusable } from '../../io/read-text.ts';
import type { Rerun } from '../../judge/compare/rerun.ts';
import type { Unsent } from '../../model/run-result.ts';
import { unsentList } from '../../report/unsent.ts';
import { skippedIn } from '../../run/region.ts';
import type { Selection } from '../../suite/selection.ts';

/** What failed in an earlier run, and the file that says so. */
export type Again = { readonly named: Named; readonly rerun: Rerun };

/** Finds and names what failed in the earlier run and is not sent again; nothing where no such run is given. */
export function findUnsent(
  { again, selection }: { readonly again?: Again; readonly selection: Selection },
  targets: readonly Target[],
  io: Io,
): readonly Unsent[] {
  if (again === undefined) return [];
  const { named, rerun } = again;
  const skipped = new Map(targets.map((target) => [target.name, skippedIn(target, selection)]));
  const more = rerun.places.flatMap(({ testCase, region }) => {
    const reason = skipped.get(region)?.get(testCase);
    return reason === undefined
      ? []
      : [{ region, operationId: testCase.operation.id, case: testCase.id, reason }];
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
