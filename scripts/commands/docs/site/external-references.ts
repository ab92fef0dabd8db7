import { isRecord } from '../../../model/walk.ts';

/**
 * The document as JSON in which the renderer finds nothing to read: a `$ref` that leads out of it is data, whose value
 * stays and whose name gets a space at its end, and `externalValue` becomes an extension.
 */
export function withoutExternalReferences(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) => {
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [toName(key, child), child]));
  });
}

function toName(key: string, value: unknown): string {
  if (typeof value !== 'string') return key;
  if (key === 'externalValue') return 'x-externalValue';
  return key === '$ref' && !value.startsWith('#') ? '$ref ' : key;
}
