import { isRecord, type Node, walk } from '../../model/walk.ts';
import { targetOf } from './discriminators.ts';

/**
 * Lets responses lack required properties that are `writeOnly`, in place (OpenAPI 3.0, section 4.7.24.2; JSON Schema
 * Validation 2020-12, section 9.4). Property and `required` may be in any schemas that apply to the same object.
 * @returns schemas with a `oneOf` whose branches may now match together, because they differed by such properties
 */
export function freeWriteOnly(document: Node): Set<object> {
  const freed = new Set<Node>();
  let isMarked = false;
  walk(document, (node) => {
    isMarked ||= node['writeOnly'] === true;
  });
  if (!isMarked) return freed;
  const unions = new Set<Node>();
  walk(document, (node) => {
    if (Array.isArray(node['oneOf'])) unions.add(node);
    if (isSchema(node)) free(document, node, { inherited: new Set(), freed, done: new Set() });
  });
  const isLoose = (branch: unknown): boolean =>
    applying(document, branch, unionsIn).some((node) => freed.has(node));
  return new Set([...unions].filter((node) => branchesOf(node, 'oneOf').some(isLoose)));
}

function isSchema(node: Node): boolean {
  return ['required', 'properties', 'allOf', 'dependentRequired'].some((key) => key in node);
}

type Freeing = {
  readonly inherited: ReadonlySet<string>;
  readonly freed: Set<Node>;
  /** Schemas that several others name are freed once. */
  readonly done: Set<unknown>;
};

/** Frees the schemas that apply to the same object as this one. */
function free(document: Node, schema: unknown, { inherited, freed, done }: Freeing): void {
  if (done.has(targetOf(document, schema))) return;
  done.add(targetOf(document, schema));
  const parts = together(document, schema);
  const own = new Set([...inherited, ...parts.flatMap((part) => hiddenIn(document, part))]);
  const below = applying(document, schema, unionsIn);
  const inBranches = below.flatMap((part) => hiddenIn(document, part));
  const names = new Set([...own, ...inBranches]);
  if (names.size === 0) return;
  for (const part of parts) if (freePart(part, names)) freed.add(part);
  if (own.size === 0) return;
  for (const branch of parts.flatMap(unionsIn)) free(document, branch, { inherited: own, freed, done });
}

/** The schema, and all that apply wherever it does. */
function together(document: Node, schema: unknown): Node[] {
  return applying(document, schema, () => []);
}

/**
 * The schema, and all that apply to the same object: through `allOf`, and through what `more` names. Each once, however
 * many others name it.
 */
function applying(document: Node, schema: unknown, more: (part: Node) => readonly Node[]): Node[] {
  const found = new Set<Node>();
  const open = [schema];
  while (open.length > 0) {
    const part = open.pop();
    for (const one of [part, targetOf(document, part)]) {
      if (!isRecord(one) || found.has(one)) continue;
      found.add(one);
      open.push(...[...branchesOf(one, 'allOf'), ...more(one)].toReversed());
    }
  }
  return [...found];
}

function branchesOf(schema: Node, keyword: 'allOf' | 'oneOf' | 'anyOf'): Node[] {
  const found: unknown = schema[keyword];
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** The schemas of which some apply to the same object. Conditions (`if`, `not`) stay as they are. */
function unionsIn(schema: Node): Node[] {
  const { then, else: otherwise, dependentSchemas } = schema;
  const dependent = Object.values(isRecord(dependentSchemas) ? dependentSchemas : {});
  const conditional = [then, otherwise, ...dependent].filter(isRecord);
  return [...branchesOf(schema, 'oneOf'), ...branchesOf(schema, 'anyOf'), ...conditional];
}

function hiddenIn(document: Node, { properties }: Node): string[] {
  const entries = Object.entries(isRecord(properties) ? properties : {});
  return entries.filter(([, schema]) => isWriteOnly(document, schema)).map(([name]) => name);
}

function isWriteOnly(document: Node, schema: unknown, open: ReadonlySet<unknown> = new Set()): boolean {
  if (open.has(schema) || open.size > deepest) return false;
  return together(document, schema).some((part) => {
    if (part['writeOnly'] === true) return true;
    // A value that may be null, and is described beside that.
    const others = [...branchesOf(part, 'anyOf'), ...branchesOf(part, 'oneOf')].filter(
      ({ type }) => type !== 'null',
    );
    const inside = new Set([...open, schema]);
    return others.length > 0 && others.every((other) => isWriteOnly(document, other, inside));
  });
}

/** Unions in unions: each level multiplies the work. */
const deepest = 4;

function freePart(part: Node, names: ReadonlySet<string>): boolean {
  const isKept = (name: unknown): boolean => typeof name !== 'string' || !names.has(name);
  const { required, dependentRequired } = part;
  let isChanged = false;
  const keep = (list: unknown): unknown => {
    if (!Array.isArray(list) || list.every(isKept)) return list;
    isChanged = true;
    return list.filter(isKept);
  };
  if (required !== undefined) part['required'] = keep(required);
  if (isRecord(dependentRequired))
    for (const name of Object.keys(dependentRequired))
      dependentRequired[name] = keep(dependentRequired[name]);
  return isChanged;
}
