import { isObject } from '../../../base/read.ts';
import { type Data, listIn, textOf } from './data.ts';
import type { FileKind } from './generated.ts';
import type { Send } from './send.ts';

const pageSize = 100;

/**
 * The collections or environments of a workspace. Only collections are paginated (learning.postman.com/api-docs, Get all
 * collections). A page with nothing new also ends the list.
 */
export async function listElements(send: Send, workspace: string, kind: FileKind): Promise<Data[]> {
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

/** All workspaces that the owner of the key can see (learning.postman.com/api-docs, Get all workspaces). */
export async function listWorkspaces(send: Send): Promise<Data[]> {
  const byId = new Map<string, Data>();
  for (let cursor = '', isNew = true; isNew; ) {
    const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const data = await send({ method: 'GET', path: `/workspaces?limit=${pageSize}${next}` });
    const before = byId.size;
    for (const one of listIn(data, 'workspaces')) byId.set(textOf(one.id), one);
    cursor = isObject(data) && isObject(data.meta) ? textOf(data.meta.nextCursor) : '';
    isNew = byId.size > before && cursor !== '';
  }
  return [...byId.values()];
}
