import { isObject } from '../base/read.ts';
import { Placeholder } from './placeholder.ts';

/**
 * A number of the spec in its own digits. JSON does not limit them (RFC 8259, section 6), but JavaScript turns
 * `9223372036854775807` into 9223372036854776000 and `1.10` into 1.1.
 */
export class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): number {
    return Number(this.text);
  }
}

/** The texts of the numbers in an object or a list, by their keys. Spreading copies it; nothing else sees it. */
const texts = Symbol('numbers as they are written');

type Texts = Readonly<Record<string, string>>;

/** Remembers how the numbers of an object or a list are written. */
export function rememberTexts<T extends object>(holder: T, own: Texts): T {
  return Object.keys(own).length === 0 ? holder : Object.assign(holder, { [texts]: own });
}

/** Gives a copy of an object or a list the texts of the original. */
export function copyTexts<T extends object>(from: object, to: T): T {
  return rememberTexts(to, { ...textsOf(to), ...textsOf(from) });
}

function textsOf(holder: object): Texts | undefined {
  const found: unknown = Reflect.get(holder, texts);
  return isTexts(found) ? found : undefined;
}

function isTexts(value: unknown): value is Texts {
  return isObject(value);
}

/** The text of a number; `undefined` if JavaScript writes it in the same way, or if it was replaced. */
function textAt(holder: object, key: string): string | undefined {
  const text = textsOf(holder)?.[key];
  return text !== undefined && Object.is(Number(text), Reflect.get(holder, key)) ? text : undefined;
}

/** The number of an object or a list as it is written, or else its value. */
export function numberAt(holder: object, key: string): unknown {
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'number' ? asNumber(value, textAt(holder, key)) : value;
}

function asNumber(value: number, text: string | undefined): unknown {
  const digits = text === undefined ? undefined : jsonTextOf(value, text);
  return digits === undefined ? value : new WrittenNumber(digits);
}

/** The text of a number in JSON; `undefined` if JavaScript's is as good. YAML also knows `0x1F` and `+012`. */
function jsonTextOf(value: number, text: string): string | undefined {
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text;
  if (!Number.isFinite(value)) return /^-?[1-9]\d*(\.\d+)?e\+?\d+$/i.test(text) ? text : undefined;
  return /^([-+]?\d+|0[xo][\da-f]+)$/i.test(text) ? String(BigInt(text)) : undefined;
}

type Keywords = Readonly<Record<string, unknown>>;

/** The keywords whose values are sent. */
const single = ['example', 'default', 'const', 'value', 'minimum', 'maximum'];

/** A number where only strings are described: its text, and its place in the spec or in the value. */
export type Unquoted = { readonly text: string; readonly found?: Found; readonly path: readonly string[] };

/** A member of an object or a list. */
type Found = { readonly holder: object; readonly key: string };

type Place = {
  readonly own?: Found;
  readonly path: readonly string[];
  readonly report?: (unquoted: Unquoted) => void;
};

/**
 * A value of the spec, or one that was made from its schema, with its numbers as the spec writes them. A number where
 * only strings are described becomes the text that was written, because its quotes are missing.
 * @param parts the schema, or the parameter or media type that has it
 */
export function asWritten(value: unknown, parts: readonly unknown[], place: Place = { path: [] }): unknown {
  const sources = parts.flatMap((part) => inPlace(part));
  if (typeof value === 'number') return toWritten(value, sources, place);
  if (value instanceof Placeholder || typeof value !== 'object' || value === null) return value;
  const inner = (item: unknown, own: readonly unknown[], key: string): unknown =>
    asWritten(item, own, { ...place, own: { holder: value, key }, path: [...place.path, key] });
  if (Array.isArray(value))
    return value.map((item: unknown, index) => inner(item, itemsOf(sources, index), String(index)));
  const entries = Object.entries(value).map(([name, item]) => {
    const own = sources.flatMap((source) => propertyOf(source, name));
    return [name, inner(item, own, name)] as const;
  });
  return Object.fromEntries(entries);
}

function toWritten(value: number, sources: readonly Keywords[], { own, path, report }: Place): unknown {
  const all = [...(own === undefined ? [] : [own]), ...sources.flatMap((source) => findIn(source, value))];
  const text = all.map(({ holder, key }) => textAt(holder, key)).find((one) => one !== undefined);
  if (!isTextOnly(sources)) return asNumber(value, text);
  const found = all.find((one) => one !== own);
  report?.({ text: text ?? String(value), path, ...(found && { found }) });
  return text ?? String(value);
}

/** A schema with the schemas that apply to the same value. A parameter or a media type has its schema in `schema`. */
function inPlace(part: unknown, found = new Set<Keywords>()): Keywords[] {
  if (!isObject(part) || found.has(part) || found.size > 100) return [...found];
  found.add(part);
  for (const list of [part.allOf, part.oneOf, part.anyOf])
    if (Array.isArray(list)) for (const one of list) inPlace(one, found);
  for (const one of [part.schema, part.then, part.else]) inPlace(one, found);
  return [...found];
}

function itemsOf(sources: readonly Keywords[], index: number): unknown[] {
  return sources.flatMap(({ items, prefixItems }) => {
    const own: unknown = Array.isArray(prefixItems) ? prefixItems[index] : undefined;
    return [own ?? items];
  });
}

function propertyOf({ properties, additionalProperties }: Keywords, name: string): unknown[] {
  if (isObject(properties) && Object.hasOwn(properties, name)) return [properties[name]];
  return isObject(additionalProperties) ? [additionalProperties] : [];
}

/** Where a part has this number as one of its examples. */
function findIn(part: Keywords, value: number): Found[] {
  const direct = single.filter((key) => Object.is(part[key], value)).map((key) => ({ holder: part, key }));
  const lists = [part.enum, part.examples].flatMap((list): Found[] => {
    if (!isObject(list) && !Array.isArray(list)) return [];
    return Object.entries(list).flatMap(([key, one]) => {
      if (isObject(one)) return findIn(one, value);
      return Object.is(one, value) ? [{ holder: list, key }] : [];
    });
  });
  return [...direct, ...lists];
}

/** Whether strings are described, and no numbers. */
function isTextOnly(schemas: readonly Keywords[]): boolean {
  const types = schemas.flatMap(({ type }) => type ?? []).flat();
  return types.includes('string') && !types.includes('number') && !types.includes('integer');
}

/** JSON without spaces, with numbers as they are written. */
export function toJson(value: unknown): string {
  if (value instanceof WrittenNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (!isObject(value) || value instanceof Placeholder) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`).join(',')}}`;
}

/** The text of a value where nothing is escaped, such as a header: JSON for arrays and objects. */
export function toWrittenText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : toJson(value);
}
