import { isObject } from '../../base/read.ts';
import type { RequestBody } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import type { SchemaObject } from '../../model/spec.ts';
import { itemsOf, partsOf, propertiesOf } from '../../model/to-body.ts';
import { toWrittenText, WrittenNumber } from '../../model/written-number.ts';
import { withoutVariables } from './serialize.ts';

/** The text of a body, or why it can't be written, in words that follow "the body". */
export type WrittenText = { readonly text: string } | { readonly reason: string };

/** A value as XML, by the XML Objects of its schema (OpenAPI 3.1, section 4.8.26). */
export function toXml({ schema, root }: RequestBody, value: unknown): WrittenText {
  const reasons: string[] = [];
  const name = xmlOf(schema).name ?? root;
  if (name === '') reasons.push('has no name for the root of its XML. Give its schema `xml: { name: … }`.');
  const lines = toElements({ schema, name, value, declared: new Set(), reasons });
  if (lines.length !== 1 && reasons.length === 0)
    reasons.push('is a list or null, which has no root in XML. Give a list `xml: { wrapped: true }`.');
  const [reason] = reasons;
  if (reason !== undefined) return { reason };
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}` };
}

type Part = {
  readonly schema: SchemaObject;
  /** The name of the property, or of the schema. */
  readonly name: string;
  readonly value: unknown;
  /** The prefixes that an element above declares. */
  readonly declared: ReadonlySet<string>;
  /** Collects why something can't be written. */
  readonly reasons: string[];
};

/** The elements of a value: several for a list that is not wrapped, none for null. */
function toElements(part: Part): string[] {
  const { schema, name, value } = part;
  const xml = xmlOf(schema);
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [toElement(part)];
  const items = itemsOf(schema) ?? {};
  const own = xml.name ?? name;
  const elements = (declared: ReadonlySet<string>): string[] =>
    value.flatMap((item: unknown) =>
      toElements({ ...part, schema: items, name: xmlOf(items).name ?? own, value: item, declared }),
    );
  if (xml.wrapped !== true) return elements(part.declared);
  const { tag, attributes, declared } = opening(part, own);
  return [enclose(tag, attributes, elements(declared))];
}

function toElement(part: Part): string {
  const { schema, name, value, reasons } = part;
  const { tag, attributes, declared } = opening(part, xmlOf(schema).name ?? name);
  if (!isObject(value) || value instanceof Placeholder || value instanceof WrittenNumber)
    return `<${[tag, ...attributes].join(' ')}>${escapeText(value, reasons)}</${tag}>`;
  const properties = propertiesOf(schema);
  const members = Object.entries(value).map(([key, item]) => ({
    ...{ ...part, schema: properties[key] ?? {}, name: key, value: item, declared },
  }));
  const isAttribute = (member: Part): boolean => xmlOf(member.schema).attribute === true;
  const own = members.filter(isAttribute).flatMap(toAttribute);
  const inner = members.filter((member) => !isAttribute(member)).flatMap(toElements);
  return enclose(tag, [...attributes, ...own], inner);
}

function toAttribute(part: Part): string[] {
  const { schema, name, value, reasons } = part;
  if (value === null || value === undefined) return [];
  const isComposite =
    typeof value === 'object' && !(value instanceof Placeholder || value instanceof WrittenNumber);
  if (isComposite)
    reasons.push(`has an object or a list in the attribute \`${name}\`, which XML does not allow.`);
  const { tag, attributes } = opening(part, xmlOf(schema).name ?? name);
  return [...attributes, `${tag}="${escapeText(value, reasons)}"`];
}

/** The name of an element or attribute with its prefix, and the declarations that it needs. */
function opening({ schema, declared, reasons }: Part, name: string) {
  const { namespace, prefix = '' } = xmlOf(schema);
  for (const one of [name, ...(prefix === '' ? [] : [prefix])])
    if (!/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(one))
      reasons.push(`has the name \`${one}\`, which XML does not allow. Use \`xml: { name: … }\`.`);
  if (prefix !== '' && namespace === undefined && !declared.has(prefix))
    reasons.push(`has the prefix \`${prefix}\` without a namespace. Use \`xml: { namespace: … }\`.`);
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return {
    tag: prefix === '' ? name : `${prefix}:${name}`,
    attributes: namespace === undefined ? [] : [`${declaration}="${escapeText(namespace, reasons)}"`],
    declared: namespace === undefined ? declared : new Set([...declared, prefix]),
  };
}

function enclose(tag: string, attributes: readonly string[], lines: readonly string[]): string {
  const start = [tag, ...attributes].join(' ');
  if (lines.length === 0) return `<${start}/>`;
  const inner = lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`);
  return `<${start}>\n${inner.join('\n')}\n</${tag}>`;
}

/** Text of an element or attribute. Line ends and tabs would be read otherwise in an attribute (XML 1.0, 3.3.3). */
function escapeText(value: unknown, reasons: string[]): string {
  if (value instanceof Placeholder) return String(value);
  const text = toWrittenText(value);
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    reasons.push('has a character that XML does not allow (XML 1.0, section 2.2).');
  const escaped = text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return withoutVariables(escaped, '&#123;');
}

/** The XML Object of a schema, or of the first part of its `allOf` that has one. */
function xmlOf(schema: SchemaObject): NonNullable<SchemaObject['xml']> {
  return partsOf(schema).find(({ xml }) => xml !== undefined)?.xml ?? {};
}
