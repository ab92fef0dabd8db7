import sdk from 'postman-collection';
import { isObject } from '../../base/read.ts';

/** The order in which people look for things in a collection; other keys follow by the alphabet. */
const order = [
  ...[
    'info',
    '_postman_id',
    'id',
    'key',
    'name',
    'listen',
    'method',
    'raw',
    'host',
    'path',
    'query',
    'value',
    'type',
  ],
  ...[
    'enabled',
    'disabled',
    'mode',
    'version',
    'description',
    'schema',
    'auth',
    'variable',
    'header',
    'url',
    'body',
  ],
  ...['request', 'originalRequest', 'status', 'code', 'response', 'item', 'event'],
];

/**
 * What Postman's SDK prints, as it belongs into a file: its private fields under their public names, a description
 * as text, each URL also as `raw`, no ids of its own making, nothing empty, and one order of keys.
 */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .flatMap(([key, part]) => (key === '_' ? privateFields(part) : [[key, plain(key, part)] as const]))
    .filter(([key, part]) => !isNothing(key, part))
    .map(([key, part]) => [key, tidy(part)] as const)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function privateFields(part: unknown): (readonly [string, unknown])[] {
  return isObject(part) ? Object.entries(part).map(([key, value]) => [`_${key}`, value] as const) : [];
}

function plain(key: string, part: unknown): unknown {
  if (!isObject(part)) return part;
  if (key === 'description') return part.content;
  if (key === 'url') return { raw: new sdk.Url(part).toString(), ...part };
  if (key !== 'script') return part;
  const { id: _, ...script } = part;
  return script;
}

/**
 * `type: any` says nothing; an empty value does: it is to be filled in. A collection without requests has its list of items
 * nonetheless, which the format requires.
 */
function isNothing(key: string, part: unknown): boolean {
  if (part === undefined || part === null || (key === 'type' && part === 'any')) return true;
  if (part === '' && key !== 'value') return true;
  if (Array.isArray(part)) return part.length === 0 && key !== 'item';
  return isObject(part) && Object.keys(part).length === 0;
}

function rank(key: string): number {
  const index = order.indexOf(key);
  return index === -1 ? order.length : index;
}
