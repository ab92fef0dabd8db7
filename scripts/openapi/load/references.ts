import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from './dereference.ts';

/**
 * Reports references that are not URI references (RFC 3986, section 2.1).
 * @param bundle a spec in one document
 */
export function malformedReferences(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ $ref }, pointer) => {
    if (typeof $ref !== 'string' || isDecodable($ref)) return;
    const message = `\`${$ref}\` is not a URI reference. In a name, write \`%\` as \`%25\`.`;
    problems.push({ code: 'no-unresolved-refs', severity: 'error', message, pointer });
  });
  return problems;
}

/** The longest chain of references. Real ones have one or two hops. */
const mostHops = 50;

/** The first reference in a cycle or a very long chain of references, for which Redocly would take forever. */
export function longChain(data: Node): Problem | undefined {
  const found: Problem[] = [];
  walk(data, (node, pointer) => {
    if (found.length > 0) return;
    let target: unknown = node;
    for (let hops = 0; hops <= mostHops; hops += 1) {
      if (!isRecord(target) || typeof target.$ref !== 'string' || !target.$ref.startsWith('#/')) return;
      target = valueAt(data, target.$ref.slice(1));
      if (target === node) return;
    }
    const message = `This \`$ref\` leads through more than ${mostHops} references. Refer to the part itself.`;
    found.push({
      code: 'no-unresolved-refs',
      severity: 'error',
      message,
      pointer: joinPointer(pointer, '$ref'),
    });
  });
  return found[0];
}

/** A warning for each external example: a spec must not choose which files are read and sent. */
export function unreadExamples(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ externalValue, value, $ref }, pointer) => {
    const isElsewhere = typeof $ref === 'string' && !$ref.startsWith('#');
    if (!isElsewhere && (typeof externalValue !== 'string' || value !== undefined)) return;
    const keyword = isElsewhere ? '$ref' : 'externalValue';
    const message = `The \`${keyword}\` of an example is not read, so there is no example here. Write the example as \`value\`.`;
    problems.push({
      code: 'example-external',
      severity: 'warning',
      message,
      pointer: joinPointer(pointer, keyword),
    });
  });
  return problems;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}
