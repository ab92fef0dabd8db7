import { didYouMean } from '../../../base/did-you-mean.ts';
import { isObject } from '../../../base/read.ts';
import { UsageError } from '../../../base/usage-error.ts';
import { visible } from '../../../base/visible.ts';
import { type Data, listIn, textOf } from './data.ts';
import type { Send } from './send.ts';

/** A workspace of Postman; `visibility` is its word for who can see it. */
export type Workspace = { readonly id: string; readonly name: string; readonly visibility: string };

/**
 * The workspace with this id or name; without either, the only workspace.
 * @throws UsageError if there is none, or more than one
 */
export async function findWorkspace(send: Send, wanted: string | undefined): Promise<Workspace> {
  const all = (await listWorkspaces(send)).map(({ id, name, visibility, type }) => ({
    id: textOf(id),
    name: textOf(name),
    visibility: textOf(visibility ?? type),
  }));
  const found = wanted === undefined ? all : all.filter(({ id, name }) => id === wanted || name === wanted);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  throw new UsageError(visible(explain(wanted, found, all)));
}

const pageSize = 100;

/** All workspaces that the owner of the key can see (learning.postman.com/api-docs, Get all workspaces). */
async function listWorkspaces(send: Send): Promise<Data[]> {
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

function explain(wanted: string | undefined, found: readonly Workspace[], all: readonly Workspace[]): string {
  if (all.length === 0) return 'The key sees no workspace. Create one in Postman.';
  if (wanted === undefined) return `Name the workspace: --workspace ID or NAME. ${listed(all)}`;
  if (found.length > 0) {
    return `More than one workspace is called \`${wanted}\`: give an id instead.${listed(found)}`;
  }
  const meant = didYouMean(
    wanted,
    all.map(({ name }) => name),
  );
  return `The key sees no workspace \`${wanted}\`.${meant}${listed(all)}`;
}

const maxListed = 20;

function listed(workspaces: readonly Workspace[]): string {
  const lines = workspaces
    .slice(0, maxListed)
    .map(({ id, name, visibility }) => `\n  ${id}  ${name} (${visibility})`);
  const rest = workspaces.length - lines.length;
  return `${lines.join('')}${rest > 0 ? `\n  and ${rest} more` : ''}`;
}
