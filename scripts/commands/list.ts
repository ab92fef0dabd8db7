import { toPlan } from '../cases/plan.ts';
import { ExitCode } from '../exit-code.ts';
import { toListing } from '../report/listing.ts';
import { toListingText } from '../report/listing-text.ts';
import type { World } from './io.ts';
import { openSpec } from './open-spec.ts';
import { type Allowed, toSkipped } from './selection.ts';

export type ListOptions = { readonly spec: string; readonly allowed: Allowed; readonly json: boolean };

/** Prints what `contract` would send, with which checks and why. Sends nothing, and needs no values. */
export async function list({ spec, allowed, json }: ListOptions, world: World): Promise<ExitCode> {
  const opened = await openSpec(spec, world);
  if (opened === undefined) return ExitCode.badSpec;
  const plan = toPlan(opened.api);
  const listing = toListing(opened.api, plan, allowed.tier, {
    smoke: toSkipped(plan, { ...allowed, tier: 'smoke' }),
    full: toSkipped(plan, { ...allowed, tier: 'full' }),
  });
  world.out(json ? JSON.stringify(listing, null, 2) : toListingText(listing, world).trimEnd());
  return ExitCode.kept;
}
