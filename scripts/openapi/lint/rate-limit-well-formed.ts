import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { contractErrors } from './contract-error.ts';
import { writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const code = 'rate-limit-well-formed';
const report = reporter(code);
const warn = reporter(code, 'warning');

const amount = { description: 'a number above 0', type: 'number', exclusiveMinimum: 0 } as const;

const schema = {
  description: 'an object such as { requests: 15, seconds: 60 }',
  type: 'object',
  required: ['requests', 'seconds'],
  additionalProperties: false,
  properties: { requests: amount, seconds: amount, 'x-provenance': {}, 'x-source': {} },
} as const;

/** `x-rate-limit` is at the root, and says how many requests may be sent in how many seconds. */
export function rateLimitWellFormed(spec: Spec): Problem[] {
  return writtenParts(spec).flatMap(({ kind, node, pointer }) => {
    if (!('x-rate-limit' in node)) return [];
    const at = joinPointer(pointer, 'x-rate-limit');
    if (kind !== 'root') return [warn(at, '`x-rate-limit` means nothing here. Move it to the root.')];
    return contractErrors(schema, node['x-rate-limit']).map((error) =>
      report(at + error.pointer, `The rate limit is malformed: ${error.message}`),
    );
  });
}
