import type { Spec } from '../model/spec.ts';
import { fillUrl } from '../model/to-servers.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';
import { type Part, resolvedParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('no-stray-variable');

/**
 * What becomes the name or the value of a variable holds nothing that Postman takes for another variable: no base URL,
 * with the defaults of its variables, and no name of a region or a variable. What requests hold is the business of
 * `postman/stray.ts`.
 */
export function noStrayVariable(spec: Spec): Problem[] {
  return resolvedParts(spec).flatMap((part) => [...strayNames(part), ...strayUrl(part)]);
}

function strayNames({ kind, node, pointer }: Part): Problem[] {
  const names = kind === 'parameter' && node.in === 'path' ? ['name', ...extensions] : extensions;
  return names
    .filter((name) => typeof node[name] === 'string' && /[{}]/.test(node[name]))
    .map((name) =>
      report(
        joinPointer(pointer, name),
        `\`${node[name]}\` holds a brace, so Postman would take it for another variable. Write a name without braces.`,
      ),
    );
}

const extensions = ['x-region', 'x-variable'];

function strayUrl({ kind, node, pointer }: Part): Problem[] {
  if (kind !== 'server') return [];
  const filled = fillUrl(String(node.url), node.variables);
  if (!filled.includes('{{')) return [];
  const message = `The URL comes to \`${filled}\`, in which Postman would replace \`{{\` and what follows with a variable's value. Write it without two braces side by side.`;
  return [report(joinPointer(pointer, 'url'), message)];
}
