import { seedRivers } from '../../world/river.ts';
import { placeOf } from '../../world/world.ts';

/** The region that a region is taken for. */
export function otherThan(region: string): string {
  return region === 'us' ? 'eu' : 'us';
}

/** JSON with the ids and names of the other region in place of those of this one. */
export function translate(text: string, region: string): string {
  const theirs = namesOf(otherThan(region));
  return namesOf(region).reduce((done, name, index) => done.replaceAll(name, theirs[index] ?? name), text);
}

/** The ids and names that a region has for itself, in the same order for every region. */
function namesOf(region: string): readonly string[] {
  const { accountId, environmentId } = placeOf(region);
  const rivers = seedRivers(region).flatMap(({ crossId, riverId, groupId, name, tables }) => [
    crossId,
    riverId,
    groupId,
    name,
    ...tables.flatMap(({ subRiver }) => (subRiver === null ? [] : [subRiver.id])),
  ]);
  return [accountId, environmentId, ...rivers];
}
