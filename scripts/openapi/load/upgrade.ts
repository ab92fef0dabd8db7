import { type Node, walk } from '../../model/walk.ts';

/**
 * Converts an OpenAPI 3.0 document, in place, to 3.1, where schemas are JSON Schema 2020-12:
 * `nullable`, boolean `exclusiveMinimum` and `exclusiveMaximum`, references with siblings.
 * Does not change later versions.
 */
export function upgrade(document: Node): void {
  if (!String(document.openapi).startsWith('3.0.')) return;
  walk(document, (node) => {
    dropSiblings(node);
    toNumericBound(node, 'exclusiveMinimum', 'minimum');
    toNumericBound(node, 'exclusiveMaximum', 'maximum');
    toNullType(node);
  });
  document.openapi = '3.1.0';
}

/** In 3.0 a Reference Object "cannot be extended": siblings of `$ref` are ignored. */
function dropSiblings(node: Node): void {
  if (typeof node.$ref !== 'string') return;
  for (const key of Object.keys(node)) if (key !== '$ref' && !key.startsWith('x-')) delete node[key];
}

function toNumericBound(node: Node, exclusive: string, bound: string): void {
  if (typeof node[exclusive] !== 'boolean') return;
  if (node[exclusive] && bound in node) {
    node[exclusive] = node[bound];
    delete node[bound];
  } else {
    delete node[exclusive];
  }
}

function toNullType(node: Node): void {
  const nullable = node.nullable;
  if (typeof nullable !== 'boolean') return;
  delete node.nullable;
  if (!nullable) return;
  if (typeof node.type === 'string' && !inPlace.some((key) => key in node)) {
    node.type = [node.type, 'null'];
    return;
  }
  // The other schemas that apply may not allow null, but this one says so.
  const rest = { ...node };
  for (const key of Object.keys(node)) delete node[key];
  node.anyOf = [{ type: 'null' }, rest];
  if ('description' in rest) node.description = rest.description;
}

/** Keywords whose schemas apply to the same value. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not'];
