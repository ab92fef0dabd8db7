import { isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from '../../openapi/load/dereference.ts';

/** What a discriminator says about the branches of its schema (OpenAPI 3.1, section 4.8.25). */
export type Branches = {
  readonly keyword: 'oneOf' | 'anyOf';
  /** The name of the property that names the branch. */
  readonly property: string;
  /** The index of a branch, and the values that mean it. */
  readonly tags: readonly (readonly [index: number, values: readonly string[]])[];
  /** Whether the spec names the values of every branch, so that other values are wrong. */
  readonly isComplete: boolean;
  /** The branch for all other values. */
  readonly fallback?: number;
};

/** The schemas whose discriminator decides among the branches of a `oneOf` or `anyOf`. */
export function findBranches(document: Node): [object, Branches][] {
  const found: [object, Branches][] = [];
  walk(document, (node) => {
    const branches = toBranches(document, node);
    if (branches !== undefined) found.push([node, branches]);
  });
  return found;
}

function toBranches(document: Node, node: Node): Branches | undefined {
  const { discriminator } = node;
  const keyword = Array.isArray(node['oneOf']) ? 'oneOf' : 'anyOf';
  const branches: unknown = node[keyword];
  const property = propertyOf(discriminator);
  if (property === undefined || !Array.isArray(branches)) return undefined;
  const mapping = mappingOf(discriminator);
  const stated = branches.map((branch: unknown) => [
    ...[...mapping].filter(([, target]) => target === referenceOf(branch)).map(([tag]) => tag),
    ...valuesIn(document, branch, property).filter((value) => !mapping.has(value)),
  ]);
  // The name of a schema is one of its values, unless the mapping says otherwise.
  const all = stated.map((tags, index) => [
    ...tags,
    ...[referenceOf(branches[index]).slice(schemas.length)].filter(
      (name) => name !== '' && !mapping.has(name),
    ),
  ]);
  const isUnique = (tag: string): boolean => all.filter((tags) => tags.includes(tag)).length === 1;
  const tags = all.map((values, index) => [index, [...new Set(values)].filter(isUnique)] as const);
  return {
    keyword,
    property,
    tags: tags.filter(([, values]) => values.length > 0),
    isComplete: stated.every((values) => values.some(isUnique)),
  };
}

export function propertyOf(discriminator: unknown): string | undefined {
  const name = isRecord(discriminator) ? discriminator['propertyName'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

export const schemas = '#/components/schemas/';

/** The reference to the schema of each value. */
export function mappingOf(discriminator: unknown): Map<string, string> {
  const mapping = isRecord(discriminator) ? discriminator['mapping'] : undefined;
  const entries = Object.entries(isRecord(mapping) ? mapping : {});
  return new Map(entries.map(([value, target]) => [value, String(target)]));
}

/** The reference of a schema to one under `components`, or nothing. */
export function referenceOf(schema: unknown): string {
  const reference = isRecord(schema) && typeof schema.$ref === 'string' ? schema.$ref : '';
  return reference.startsWith(schemas) ? reference : '';
}

/** The texts that a branch itself allows for the property. */
function valuesIn(document: Node, branch: unknown, property: string): string[] {
  const schema = targetOf(document, branch);
  if (schema === undefined) return [];
  const { properties, allOf } = schema;
  const own =
    isRecord(properties) && Object.hasOwn(properties, property)
      ? textsOf(document, properties[property])
      : [];
  return [
    ...own,
    ...(Array.isArray(allOf) ? allOf : []).flatMap((part) => valuesIn(document, part, property)),
  ];
}

function textsOf(document: Node, schema: unknown): string[] {
  const { const: single, enum: several } = targetOf(document, schema) ?? {};
  return [single, ...(Array.isArray(several) ? several : [])].filter((value) => typeof value === 'string');
}

/** The schema, or the one that it refers to. */
export function targetOf(document: Node, schema: unknown): Node | undefined {
  if (!isRecord(schema)) return undefined;
  if (typeof schema.$ref !== 'string') return schema;
  return targetOf(document, valueAt(document, decodeURIComponent(schema.$ref.slice(1))));
}
