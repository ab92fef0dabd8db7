import type { Call } from './attempt.ts';
import { changesIn, type PlannedChanges } from './changes.ts';
import type { Data } from './data.ts';
import type { Existing, ExistingPart } from './existing.ts';
import { type Generated, variablesOf } from './generated.ts';
import { mapParts, partsOf } from './parts.ts';
import { compareVariables, type Variables } from './variables.ts';

/** What is to be done about a generated collection or environment. */
export type PlannedChange = PlannedChanges &
  Omit<Variables, 'missing'> & {
    readonly generated: Generated;
    readonly action: 'create' | 'update' | 'leave';
    /** Missing where nothing is to be done. */
    readonly call?: Call;
    readonly uid?: string;
    /** The ids of those that have the same name and are not ours. */
    readonly namesakes: readonly string[];
  };

const unchanged = { changes: [], removed: [], additions: [] };

export function toStep(
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
  const step = { generated, uid, ...parts, changes, ...variables };
  if (changes.length + parts.removed.length === 0) return { ...step, action: 'leave' };
  const call =
    kind === 'collection'
      ? replacement(content, theirs, missing)
      : addition(variablesOf(kind, theirs).length, missing);
  return { ...step, action: 'update', call: { ...call, path: `/${kind}s/${encodeURIComponent(uid)}` } };
}

function withoutVariables({ variable: _, ...rest }: Data): Data {
  return rest;
}

/**
 * A collection is replaced as a whole, so its variables go back as they came. A part with the id that Postman gave it is
 * changed in place; what has none is removed and made anew (learning.postman.com/api-docs, Replace a collection's data).
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
 * Variables are added to an environment at its end, and nothing else of it is sent: values that people filled in don't
 * leave Postman (learning.postman.com/api-docs, Update an environment: `/values/#`). Those are the shared ones; the local
 * values of each person the API neither tells nor changes (learning.postman.com, Share variables).
 */
function addition(length: number, missing: readonly Data[]): Omit<Call, 'path'> {
  const body = missing.map((value, index) => ({ op: 'add', path: `/values/${length + index}`, value }));
  return { method: 'PATCH', body };
}
