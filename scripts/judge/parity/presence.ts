import type { CaseResult, Difference } from '../../model/run-result.ts';

/** The responses of each region to one operation, all with the same status. */
export type RegionResponses = readonly {
  readonly region: string;
  readonly responses: readonly CaseResult[];
}[];

/** A difference between regions, before it is known which operation and case it belongs to. */
export type FoundDifference = Pick<Difference, 'what' | 'where' | 'regions'>;

type Presence = 'always there' | 'sometimes there' | 'never there';

/** In how many of the possible places something was found. */
export function toPresence(found: number, possible: number | undefined): Presence {
  if (found === 0) return 'never there';
  return found === possible ? 'always there' : 'sometimes there';
}

/** A difference if something is always there in one region and never in another. */
export function presenceDifference(
  what: 'body' | 'header',
  where: string,
  byRegion: readonly (readonly [region: string, presence: Presence])[],
): FoundDifference | undefined {
  const all = byRegion.map(([, presence]) => presence);
  if (!all.includes('always there') || !all.includes('never there')) return undefined;
  return { what, where, regions: Object.fromEntries(byRegion) };
}
