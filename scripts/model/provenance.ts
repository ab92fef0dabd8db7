import { parsePointer } from '../base/pointer.ts';
import { isObject, stringExtension } from '../base/read.ts';
import type { Provenance } from './contract.ts';
import type { Spec } from './spec.ts';

/** A part's own `x-provenance`, or the nearest one above it in the file; else documented. */
export function provenanceOf(spec: Spec, part: object): Provenance {
  return (
    toProvenance(stringExtension(part, 'x-provenance')) ?? provenanceAt(spec.bundle, spec.pointerOf(part))
  );
}

/** The same for a JSON pointer into the bundled document. */
export function provenanceAt(bundle: unknown, pointer: string): Provenance {
  let found: Provenance = 'documented';
  let value = bundle;
  for (const token of [undefined, ...parsePointer(pointer)]) {
    if (token !== undefined) value = childOf(value, token);
    if (isObject(value)) found = toProvenance(value['x-provenance']) ?? found;
  }
  return found;
}

function childOf(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return value[Number(token)];
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

function toProvenance(value: unknown): Provenance | undefined {
  return value === 'documented' || value === 'observed' || value === 'inferred' ? value : undefined;
}

/** The less certain of two provenances, for clauses that must both hold. */
export function weaker(a: Provenance, b: Provenance): Provenance {
  if (a === 'inferred' || b === 'inferred') return 'inferred';
  return a === 'observed' || b === 'observed' ? 'observed' : 'documented';
}
