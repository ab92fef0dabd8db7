import type { Call } from './attempt.ts';
import { changesIn, type PlannedChanges } from './changes.ts';
import { type Data, textOf } from './data.ts';
import type { Existing, ExistingPart } from './existing.ts';
import { type Generated, variablesOf } from './generated.ts';
import { mapParts, partsOf } from './parts.ts';

/** A variable with different values in Postman and in the spec, both of which may be shown. */
export type Differing = { readonly key: string; readonly generated: string; readonly present: string };

/** How the variables in Postman differ from the generated ones. Every value in Postman stays. */
export type Variables = {
  readonly missing: readonly Data[];
  /** The variables that people filled in, and secrets. */
  readonly filledIn: readonly string[];
  /** The variables whose generated value differs: either somebody changed them in Postman, or the spec changed. */
  readonly differing: readonly Differing[];
};

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

/** The change of one element: a new one, an update, or none. */
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

/** How the variables in Postman differ from the generated ones. */
export function compareVariables({ kind, content, secrets }: Generated, theirs: Data): Variables {
  const [own, present] = [variablesOf(kind, content), variablesOf(kind, theirs)];
  const others = own.flatMap((one) => {
    const there = present.find(({ key }) => key === one.key);
    const values = { generated: textOfValue(one), present: there === undefined ? '' : textOfValue(there) };
    if (there === undefined || values.generated === values.present) return [];
    const isShown = values.generated !== '' && !secrets.has(textOf(one.key)) && isOpen(there);
    return [{ key: textOf(one.key), ...values, isShown }];
  });
  return {
    missing: own.filter(({ key }) => !present.some((variable) => variable.key === key)),
    filledIn: others.filter(({ isShown }) => !isShown).map(({ key }) => key),
    differing: others.filter(({ isShown }) => isShown).map(({ isShown: _, ...one }) => one),
  };
}

/** A collection's variable may be a number or boolean (Collection Format v2.1.0, Variable). */
function textOfValue({ value }: Data): string {
  return String(value ?? '');
}

/** Whether a value may be printed: it is not marked as a secret, and it is not a URL with credentials or a query. */
function isOpen(variable: Data): boolean {
  const value = textOfValue(variable);
  return variable.type !== 'secret' && !/^[a-z]+:.*[@?]/is.test(value);
}
