import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from './dereference.ts';

/**
 * References that are no URI references, whatever they are meant to name (RFC 3986, section 2.1).
 * @param bundle a description that is one document
 */
export function malformedReferences(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ $ref }, pointer) => {
    if (typeof $ref !== 'string' || isDecodable($ref)) return;
    const message = `\`${$ref}\` is no URI reference: in a name, a \`%\` is written as \`%25\`.`;
    problems.push({ code: 'no-unresolved-refs', severity: 'error', message, pointer });
  });
  return problems;
}

/** A reference leads to a part, perhaps over an alias or two. */
const mostHops = 50;

/** The first reference that leads to a reference, and so on, without end or nearly so: that takes Redocly for ever. */
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
    const message = `This \`$ref\` leads to nothing but references, over more than ${mostHops} of them. Name the part itself.`;
    found.push({
      code: 'no-unresolved-refs',
      severity: 'error',
      message,
      pointer: joinPointer(pointer, '$ref'),
    });
  });
  return found[0];
}

/** A warning for each example that stands elsewhere: a spec has no say in what is read and sent. */
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
