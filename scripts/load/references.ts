import { type Node, walk } from '../model/walk.ts';
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

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}
