import { isRecord } from '../../../model/walk.ts';

/**
 * The document as JSON without anything that the renderer would load. A `$ref` that leads out of the document is only
 * data here: it keeps its value but gets a trailing space in its name. `externalValue` becomes an extension.
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
