import type { Call } from './attempt.ts';
import { changesIn, type PlannedChanges } from './changes.ts';
import type { Data } from './data.ts';
import type { Existing, ExistingPart } from './existing.ts';
import { type Generated, variablesOf } from './generated.ts';
import { mapParts, partsOf } from './parts.ts';
import { compareVariables, type Variables } from './variables.ts';

/** The change that a generated collection or environment needs. */
export type PlannedChange = PlannedChanges &
  Omit<Variables, 'missing'> & {
    readonly generated: Generated;
    readonly action: 'create' | 'update' | 'leave';
    /** Missing if nothing is to be done. */
    readonly call?: Call;
    readonly uid?: string;
    /** The ids of elements with the same name that are not ours. */
    readonly namesakes: readonly string[];
  };

const unchanged = { changes: [], removed: [], additions: [] };

export function toPlannedChange(
  generated: Generated,
  { ours, namesakes }: ExistingPart,
  workspace: string,
): PlannedChange {
  const [existing] = ours;
  return existing === undefined
    ? { ...creation(generated, workspace), namesakes }
    : { ...update(generated, existing), namesakes: [] };
}

function creation(generated: Generated, workspace: string): Omit<PlannedChange, 'namesakes'> {
  const { kind, content } = generated;
  const path = `/${kind}s?workspace=${encodeURIComponent(workspace)}`;
  const call = { method: 'POST', path, body: { [kind]: content } } as const;
  return { generated, action: 'create', call, ...unchanged, filledIn: [], differing: [] };
}

function update(generated: Generated, { uid, content: theirs }: Existing): Omit<PlannedChange, 'namesakes'> {
  const { kind, content } = generated;
  const { missing, ...variables } = compareVariables(generated, theirs);
  const parts =
    kind === 'collection' ? changesIn(withoutVariables(content), withoutVariables(theirs)) : unchanged;
  const changes = [...parts.changes, ...missing.map(({ key }) => `+ variable ${key}`)];
  const planned = { generated, uid, ...parts, changes, ...variables };
  if (changes.length + parts.removed.length === 0) return { ...planned, action: 'leave' };
  const call =
    kind === 'collection'
      ? replacement(content, theirs, missing)
      : addition(variablesOf(kind, theirs).length, missing);
  return { ...planned, action: 'update', call: { ...call, path: `/${kind}s/${encodeURIComponent(uid)}` } };
}

function withoutVariables({ variable: _, ...rest }: Data): Data {
  return rest;
}

/**
 * A collection is replaced as a whole, so its variables are sent back unchanged. A part with its id from Postman is
 * changed in place; one without is deleted and created again (learning.postman.com/api-docs, Replace a collection's data).
 */
function replacement(content: Data, theirs: Data, missing: readonly Data[]): Omit<Call, 'path'> {
  const parts = partsOf(theirs);
  const withIds = mapParts(content, (part, path) => {
    const id = parts.get(path)?.id;
    return id === undefined ? part : { id, ...part };
  });
  const info = { ...objectAt(content, 'info'), _postman_id: objectAt(theirs, 'info')._postman_id };
  const variable = [...variablesOf('collection', theirs), ...missing];
  return { method: 'PUT', body: { collection: { ...withIds, info, variable } } };
}

function objectAt(data: Data, key: string): Data {
  const value = data[key];
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * Variables are added at the end of an environment, and nothing else of it is sent: shared values that people filled in
 * don't leave Postman (learning.postman.com/api-docs, Update an environment: `/values/#`). The API neither returns nor
 * changes the local values of each person (learning.postman.com, Share variables).
 */
function addition(length: number, missing: readonly Data[]): Omit<Call, 'path'> {
  const body = missing.map((value, index) => ({ op: 'add', path: `/values/${length + index}`, value }));
  return { method: 'PATCH', body };
}
