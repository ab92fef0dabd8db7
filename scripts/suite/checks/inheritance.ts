import { isRecord, type Node, walk } from '../../model/walk.ts';
import { type Branches, mappingOf, propertyOf, referenceOf, schemas } from './discriminators.ts';

/** What follows the name of a parent where its own properties are. */
const itself = ' (itself)';

/**
 * Lets a discriminator without `oneOf` and `anyOf` choose among the schemas that extend its own by `allOf` (OpenAPI 3.1,
 * section 4.8.25), in place: the parent becomes the choice, and what it says itself gets another name.
 */
export function splitParents(document: Node): [object, Branches][] {
  const all = schemasOf(document);
  const families = Object.keys(all).flatMap((name) => toFamily(all, name));
  for (const { name, own } of families) all[name + itself] = own;
  for (const child of new Set(families.flatMap(({ children }) => children))) extendItself(all, all[child]);
  walk(document, (node) => {
    if (typeof node.$ref === 'string') node.$ref = `#${toSplit(all, node.$ref.slice(1), encodeURIComponent)}`;
  });
  return families.map(({ name, own, property, children }) => {
    const choice: Node = { anyOf: [...children, name + itself].map(referTo) };
    all[name] = choice;
    const tags = toTags(children, mappingOf(own['discriminator']));
    return [choice, { keyword: 'anyOf', property, tags, isComplete: false, fallback: children.length }];
  });
}

/** The pointer into the split document; that of a choice stays. */
export function pointerInSplit(document: Node, pointer: string): string {
  return toSplit(schemasOf(document), pointer, (name) => name);
}

/** The pointer in the spec. */
export function pointerInSpec(pointer: string): string {
  return pointer.replace(itself, '');
}

type Family = {
  readonly name: string;
  readonly own: Node;
  readonly property: string;
  readonly children: readonly string[];
};

function toFamily(all: Node, name: string): Family[] {
  const own = all[name];
  if (!isRecord(own) || 'oneOf' in own || 'anyOf' in own) return [];
  const property = propertyOf(own['discriminator']);
  if (property === undefined) return [];
  const known = new Map([[name, false]]);
  const children = Object.keys(all).filter((child) => extendsSchema(all, child, name, known));
  return children.length === 0 ? [] : [{ name, own, property, children }];
}

/**
 * Whether a schema has another one in `allOf`, perhaps through others, beside something of its own.
 * @param known the result for other schemas: many may name the same ones, and themselves
 */
function extendsSchema(all: Node, child: string, parent: string, known: Map<string, boolean>): boolean {
  const before = known.get(child);
  if (before !== undefined) return before;
  known.set(child, false);
  const own = all[child];
  if (!isRecord(own) || (partsOf(own).length < 2 && Object.keys(own).length < 2)) return false;
  const parents = partsOf(own).map((part) => referenceOf(part).slice(schemas.length));
  const result = parents.some((name) => name === parent || extendsSchema(all, name, parent, known));
  known.set(child, result);
  return result;
}

function partsOf({ allOf }: Node): readonly unknown[] {
  return Array.isArray(allOf) ? allOf : [];
}

function extendItself(all: Node, child: unknown): void {
  for (const part of isRecord(child) ? partsOf(child) : []) {
    const name = referenceOf(part).slice(schemas.length);
    if (isRecord(part) && Object.hasOwn(all, name + itself)) part.$ref = referTo(name + itself).$ref;
  }
}

function referTo(name: string): { readonly $ref: string } {
  return { $ref: schemas + encodeURIComponent(name) };
}

function toTags(children: readonly string[], mapping: ReadonlyMap<string, string>): Branches['tags'] {
  const tags = children.map((child, index) => {
    const stated = [...mapping].filter(([, target]) => target === schemas + child).map(([tag]) => tag);
    return [index, [...stated, ...(mapping.has(child) ? [] : [child])]] as const;
  });
  return tags.filter(([, values]) => values.length > 0);
}

function toSplit(all: Node, pointer: string, write: (name: string) => string): string {
  const [, name = '', rest = ''] = /^\/components\/schemas\/([^/]+)(\/.*)$/.exec(pointer) ?? [];
  return rest !== '' && Object.hasOwn(all, name + itself)
    ? `/components/schemas/${write(name + itself)}${rest}`
    : pointer;
}

function schemasOf({ components }: Node): Node {
  const found = isRecord(components) ? components['schemas'] : undefined;
  return isRecord(found) ? found : {};
}
