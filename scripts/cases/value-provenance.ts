import { extension, isObject } from '../base/read.ts';
import type { Parameter } from '../model/api.ts';
import type { Provenance } from '../model/contract.ts';
import { weaker } from '../model/provenance.ts';

/** The provenance of one value of a parameter's enum (`x-enum-provenance`). */
export function valueProvenance({ schema, provenance }: Parameter, value: unknown): Provenance {
  const marks = extension(schema, 'x-enum-provenance');
  const mark = isObject(marks) ? marks[String(value)] : undefined;
  return mark === 'observed' || mark === 'inferred' ? weaker(provenance, mark) : provenance;
}
