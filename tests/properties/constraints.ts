import { joinPointer, parsePointer } from '../../scripts/base/pointer.ts';
import { isRecord, type Node, walk } from '../../scripts/model/walk.ts';

/** Keywords that are one constraint. */
const single = new Set([
  ...['type', 'enum', 'const', 'pattern', 'format', 'items', 'additionalProperties', 'default'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
  ...['$ref', 'required', 'requestBody', 'security', 'x-provenance'],
]);

/** Keywords each member of which is one. */
const several = new Set([
  ...['type', 'enum', 'required', 'allOf', 'anyOf', 'oneOf', 'properties'],
  ...['parameters', 'responses', 'content', 'headers', 'x-enum-provenance'],
]);

/** Keywords each part of which is one, however deep it stands. */
const deep = new Set(['security', 'x-contract']);

/** The JSON pointers of everything in a description that asks something of requests or answers. */
export function constraintsOf(description: Node): string[] {
  const found: string[] = [];
  walk(description, (node, pointer) => {
    // A component that nothing refers to asks for nothing; what is in it is looked at all the same.
    if (pointer === '/components') return;
    found.push(
      ...Object.entries(node).flatMap(([key, value]) => within(key, value, joinPointer(pointer, key))),
    );
  });
  return found;
}

function within(key: string, value: unknown, at: string): string[] {
  return [
    ...(single.has(key) && isSingle(key, value) ? [at] : []),
    ...(several.has(key) ? membersOf(value, at) : []),
    ...(deep.has(key) ? partsOf(value, at) : []),
  ];
}

/** Of references those to schemas: what else is referred to is a member of something. What is false asks nothing. */
function isSingle(key: string, value: unknown): boolean {
  if (key === '$ref') return String(value).startsWith('#/components/schemas/');
  return key !== 'required' || value === true;
}

function membersOf(value: unknown, at: string): string[] {
  return entriesOf(value).map(([key]) => joinPointer(at, key));
}

function partsOf(value: unknown, at: string): string[] {
  return entriesOf(value)
    .filter(([key]) => key !== 'x-source')
    .flatMap(([key, part]) => [joinPointer(at, key), ...partsOf(part, joinPointer(at, key))]);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The description without what the pointer leads to; a mark goes with its source. */
export function without(description: Node, pointer: string): Node {
  const changed = remove(description, parsePointer(pointer));
  if (!isRecord(changed)) throw new Error(`nothing is left without ${pointer}`);
  return changed;
}

function remove(value: unknown, [token = '', ...rest]: readonly string[]): unknown {
  const gone = token === 'x-provenance' ? [token, 'x-source'] : [token];
  const kept = entriesOf(value).filter(([key]) => rest.length > 0 || !gone.includes(key));
  const changed = kept.map(([key, part]) => [key, key === token ? remove(part, rest) : part] as const);
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
}
