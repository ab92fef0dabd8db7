import { isRecord, type Node, walk } from '../../model/walk.ts';

/**
 * Rewrites an OpenAPI 3.0 document, in place, to what it says in 3.1 (where schemas are JSON Schema 2020-12):
 * `nullable`, boolean `exclusiveMinimum` and `exclusiveMaximum`, references with siblings.
 * Later versions stay as they are.
 */
export function upgrade(document: Node): void {
  if (!String(document.openapi).startsWith('3.0.')) return;
  walk(document, (node) => {
    dropSiblings(node);
    toNumericBound(node, 'exclusiveMinimum', 'minimum');
    toNumericBound(node, 'exclusiveMaximum', 'maximum');
    toNullType(node);
    freeWriteOnly(node);
  });
  document.openapi = '3.1.0';
}

/** In 3.0 a Reference Object "cannot be extended": what stands beside `$ref` is ignored. */
function dropSiblings(node: Node): void {
  if (typeof node.$ref !== 'string') return;
  for (const key of Object.keys(node)) if (key !== '$ref' && !key.startsWith('x-')) delete node[key];
}

/** A `writeOnly` property that is required is so in requests only (3.0.3, section 4.7.24.2); answers are checked here. */
function freeWriteOnly(node: Node): void {
  const { required, properties } = node;
  if (!Array.isArray(required) || !isRecord(properties)) return;
  node['required'] = required.filter((name) => {
    const property = properties[name];
    return !isRecord(property) || property['writeOnly'] !== true;
  });
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
  if (typeof node.type === 'string') {
    node.type = [node.type, 'null'];
    return;
  }
  // Without a type of its own the schema gets its type from allOf and the like, which know no null.
  const rest = { ...node };
  for (const key of Object.keys(node)) delete node[key];
  node.anyOf = [{ type: 'null' }, rest];
  if (isRecord(rest) && 'description' in rest) node.description = rest.description;
}
