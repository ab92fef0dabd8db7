import { markerVariable } from '../../../model/reserved-names.ts';
import { ApiError } from './attempt.ts';
import { type Data, listIn, objectIn, textOf } from './data.ts';
import { type FileKind, type Generated, variablesOf } from './generated.ts';
import type { Send } from './send.ts';

/** An element of ours that is already in the workspace. */
export type Existing = { readonly uid: string; readonly content: Data };

/** What a workspace has of one generated collection or environment. */
export type ExistingPart = {
  readonly ours: readonly Existing[];
  /** The ids of elements with the same name that are not ours. */
  readonly namesakes: readonly string[];
};

/**
 * Finds everything generated in a workspace by its marker variable. Lists do not contain variables, so each collection
 * and environment is read. A fork has the marker of its parent but belongs to somebody else.
 * @throws ApiError if one of them exists twice, because either could be the right one
 */
export async function findOurs(
  send: Send,
  workspace: string,
  generated: readonly Generated[],
): Promise<ReadonlyMap<Generated, ExistingPart>> {
  const found = new Map<Generated, ExistingPart>();
  for (const kind of ['collection', 'environment'] as const) {
    const there = await readAll(send, workspace, kind);
    for (const one of generated.filter((each) => each.kind === kind)) {
      const ours = there.filter(({ marker }) => marker === one.id);
      const namesakes = there.filter(({ name, marker }) => name === one.name && marker !== one.id);
      found.set(one, { ours, namesakes: namesakes.map(({ uid }) => uid) });
    }
  }
  requireSingle(found);
  return found;
}

async function readAll(send: Send, workspace: string, kind: FileKind) {
  const all: (Existing & { readonly name: string; readonly marker: string })[] = [];
  for (const { uid, name, fork } of await listElements(send, workspace, kind)) {
    const content = fork ? undefined : await read(send, kind, textOf(uid));
    const marker = content === undefined ? '' : markerOf(kind, content);
    // What is not ours may be large and is not needed again.
    all.push({ uid: textOf(uid), name: textOf(name), marker, content: marker === '' ? {} : (content ?? {}) });
  }
  return all;
}

const pageSize = 100;

/**
 * The collections or environments of a workspace. Only collections are paginated (learning.postman.com/api-docs, Get all
 * collections). A page with nothing new also ends the list.
 */
async function listElements(send: Send, workspace: string, kind: FileKind): Promise<Data[]> {
  const query = `workspace=${encodeURIComponent(workspace)}`;
  if (kind === 'environment') {
    return listIn(await send({ method: 'GET', path: `/environments?${query}` }), 'environments');
  }
  const byUid = new Map<string, Data>();
  for (let offset = 0, isNew = true; isNew; ) {
    const path = `/collections?${query}&limit=${pageSize}&offset=${offset}`;
    const page = listIn(await send({ method: 'GET', path }), 'collections');
    const before = byUid.size;
    for (const one of page) byUid.set(textOf(one.uid), one);
    offset += page.length;
    // A short page is not the last one for sure: the server may limit its size.
    isNew = byUid.size > before;
  }
  return [...byUid.values()];
}

/** `undefined` if it was deleted in the meantime: 404, and for a collection 400 (learning.postman.com/api-docs). */
async function read(send: Send, kind: FileKind, uid: string): Promise<Data | undefined> {
  try {
    return objectIn(await send({ method: 'GET', path: `/${kind}s/${encodeURIComponent(uid)}` }), kind);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404 || error.message.includes('instanceNotFoundError')) return undefined;
    throw new ApiError(
      `${kind} ${uid} can't be read, so it is unknown whether it is ours: ${error.message}`,
      error,
    );
  }
}

function markerOf(kind: FileKind, content: Data): string {
  return textOf(variablesOf(kind, content).find(({ key }) => key === markerVariable)?.value);
}

function requireSingle(found: ReadonlyMap<Generated, ExistingPart>): void {
  for (const [{ kind, name }, { ours }] of found) {
    if (ours.length < 2) continue;
    const uids = ours.map(({ uid }) => uid).join(' and ');
    throw new ApiError(
      `the workspace has the ${kind} \`${name}\` more than once: ${uids}. Delete the copies, or their variable \`${markerVariable}\`.`,
    );
  }
}
