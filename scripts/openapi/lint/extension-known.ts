import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

/** The extensions that the rules check. */
const ownExtensions: ReadonlySet<string> = new Set([
  ...['x-console', 'x-contract', 'x-env-prefix', 'x-rate-limit', 'x-region', 'x-variable'],
  ...['x-provenance', 'x-enum-provenance'],
]);

/** Whether a key anywhere in a value is one of them. */
export function usesExtensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(usesExtensions);
  return Object.entries(value).some(([key, child]) => ownExtensions.has(key) || usesExtensions(child));
}

const warn = reporter('extension-known', 'warning');
const known = [...ownExtensions, 'x-source'];

/** No key is a misspelt name of one of our extensions. It would have no effect, and no other rule would report it. */
export function extensionKnown(spec: Spec): Problem[] {
  return writtenParts(spec).flatMap(({ node, pointer }) =>
    Object.keys(node)
      .filter((key) => key.startsWith('x-') && !known.includes(key))
      .map((key) => ({ key, hint: didYouMean(key, known) }))
      .filter(({ hint }) => hint !== '')
      .map(({ key, hint }) =>
        warn(joinPointer(pointer, key), `\`${key}\` is not an extension that this program reads.${hint}`),
      ),
  );
}
