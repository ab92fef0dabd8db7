import sdk from 'postman-collection';
import { isObject } from '../../base/read.ts';

/** The order of keys for readers of a collection; other keys follow in alphabetical order. */
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
 * Converts the output of Postman's SDK for a file: private fields get their public names, descriptions are text, each
 * URL has `raw`, generated ids and empty values are removed, and keys have one order.
 */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .flatMap(([key, part]) => (key === '_' ? privateFields(part) : [[key, plain(key, part)] as const]))
    .filter(([key, part]) => !isEmpty(key, part))
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
 * `type: any` is the default. An empty `value` stays, because the user fills it in. An empty `item` stays, because the
 * format requires it.
 */
function isEmpty(key: string, part: unknown): boolean {
  if (part === undefined || part === null || (key === 'type' && part === 'any')) return true;
  if (part === '' && key !== 'value') return true;
  if (Array.isArray(part)) return part.length === 0 && key !== 'item';
  return isObject(part) && Object.keys(part).length === 0;
}

function rank(key: string): number {
  const index = order.indexOf(key);
  return index === -1 ? order.length : index;
}
