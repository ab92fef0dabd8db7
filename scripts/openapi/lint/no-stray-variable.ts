import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { fillUrl } from '../../model/to-servers.ts';
import { resolvedParts, type SpecPart } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('no-stray-variable');

/**
 * No base URL, with the defaults of its variables, holds what Postman takes for a variable. The names of regions and
 * variables are judged where they are made (`model/names.ts`), and requests in `postman/unsendable.ts`.
 */
export function noStrayVariable(spec: Spec): Problem[] {
  return resolvedParts(spec).flatMap(strayUrl);
}

function strayUrl({ kind, node, pointer }: SpecPart): Problem[] {
  if (kind !== 'server') return [];
  const filled = fillUrl(String(node.url), node.variables);
  if (!filled.includes('{{')) return [];
  const message = `With its defaults the URL is \`${filled}\`. Postman would replace \`{{\` and what follows with a variable's value. Write it without two braces side by side.`;
  return [report(joinPointer(pointer, 'url'), message)];
}
