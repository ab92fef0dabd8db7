import { type Node, walk } from '../model/walk.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';

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

/** A warning for each example that stands elsewhere: a spec has no say in what is read and sent. */
export function unreadExamples(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ externalValue, value }, pointer) => {
    if (typeof externalValue !== 'string' || value !== undefined) return;
    const message = '`externalValue` is not read, so there is no example here. Write the example as `value`.';
    problems.push({
      code: 'example-external',
      severity: 'warning',
      message,
      pointer: joinPointer(pointer, 'externalValue'),
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
