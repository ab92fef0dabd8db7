import { isJson } from '../../model/media-type.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { toJson, WrittenNumber } from '../../model/written-number.ts';

/**
 * How a value is written: a Parameter Object (OpenAPI 3.1, section 4.8.12), or an Encoding Object of a form (section
 * 4.8.15), whose fields are written like a query.
 */
export type Notation = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type of a value that has `content` in place of a style. */
  readonly mediaType?: string;
  readonly schema?: { readonly type?: unknown };
};

/** A name and a value, both escaped. A `Placeholder` stays a Postman variable, and nothing else looks like one. */
export type EscapedPair = readonly [name: string, value: string];

/**
 * A value of a query, a form or a cookie in the styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`
 * (OpenAPI 3.1, section 4.8.12.3; RFC 6570, section 3.2.8). Empty arrays and objects have no pairs.
 */
export function toPairs(notation: Notation, value: unknown): EscapedPair[] {
  const name = toName(notation, notation.name);
  if (notation.style === 'deepObject' && isComposite(value) && notation.mediaType === undefined)
    return deepPairs(name, value);
  return membersOf(notation, value).map(([key = name, text]) => [key, text]);
}

/**
 * A value of a path in the styles `simple`, `label` and `matrix` (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7), or of a
 * header in the style `simple`, where nothing is escaped.
 */
export function toExpansion(notation: Notation, value: unknown): string {
  const { first, between } = operators[notation.style] ?? simple;
  const name = notation.style === 'matrix' ? toName(notation, notation.name) : undefined;
  const members = membersOf(notation, value);
  const texts = members.map(([key = name, text]) => {
    if (key === undefined) return text;
    return name !== undefined && text === '' ? key : `${key}=${text}`;
  });
  return texts.length === 0 ? '' : first + texts.join(between);
}

const simple = { first: '', between: ',' };

/** What begins and separates the members of an exploded value (RFC 6570, appendix A). */
const operators: Readonly<Record<string, typeof simple>> = {
  simple,
  label: { first: '.', between: '.' },
  matrix: { first: ';', between: ';' },
};

/**
 * Why the receiver can't read the value as it is meant, in words that follow the name of its place; `undefined` if it
 * can.
 */
export function lossOf(notation: Notation, value: unknown): string | undefined {
  if (value instanceof Placeholder) return undefined;
  const { mediaType } = notation;
  if (mediaType !== undefined)
    return typeof value === 'string' || isJson(mediaType)
      ? undefined
      : `has a value that can't be written as ${mediaType}`;
  const members = isComposite(value) ? Object.entries(value) : [];
  const texts = isComposite(value) ? memberTexts(value) : [toText(value)];
  const nested = members.some(([, member]) => isComposite(member));
  const empty = `an empty ${Array.isArray(value) ? 'array' : 'object'}`;
  const found: readonly (readonly [boolean, string])[] = [
    [value === null || members.some(([, member]) => member === null), 'has the value null'],
    [isComposite(value) && members.length === 0, `has ${empty}, which is sent like no value`],
    [nested, `has nested values, which the style ${notation.style} does not define`],
    [notation.style === 'deepObject' && Array.isArray(value), 'has an array, but the style deepObject'],
    [texts.some((text) => /\p{Surrogate}/u.test(text)), 'has half of a surrogate pair'],
    ...delimiterLosses(notation, value, texts),
    ...placeLosses(notation, value),
  ];
  return found.find(([holds]) => holds)?.[1];
}

/** A delimiter in a value that can't be escaped. */
function delimiterLosses(notation: Notation, value: unknown, texts: readonly string[]): [boolean, string][] {
  if (!isComposite(value)) return [];
  const { style, explode } = notation;
  const holds = (delimiter: string): boolean => texts.some((text) => text.includes(delimiter));
  const loss = (delimiter: string): string => `has a value with \`${delimiter}\`, which separates its values`;
  if (notation.in === 'header') {
    const keys = explode && !Array.isArray(value) ? Object.keys(value) : [];
    return [
      [holds(','), loss(',')],
      [keys.some((key) => key.includes('=')), loss('=')],
      [texts.some((text) => text === '' || text !== text.trim()), 'has an empty value, or spaces around one'],
    ];
  }
  if (explode) return [];
  return [
    [style === 'pipeDelimited' && holds('|'), loss('|')],
    [style === 'spaceDelimited' && holds(' '), loss(' ')],
  ];
}

function placeLosses(notation: Notation, value: unknown): [boolean, string][] {
  if (notation.in === 'cookie')
    return [[toPairs(notation, value).length > 1, 'has several values, but a cookie has only one']];
  const text = notation.in === 'query' ? ' ' : toExpansion(notation, value);
  if (notation.in === 'header')
    return [[text !== text.trim(), 'begins or ends with a space, which is not part of a header']];
  return [[text === '', 'is empty in the path']];
}

/** A text for each member, and for each key of an object. */
function memberTexts(value: object): string[] {
  if (Array.isArray(value)) return value.map(toText);
  return Object.entries(value).flatMap(([key, member]) => [key, toText(member)]);
}

/** The members of a value with the key that each is written with, if it has one of its own. */
function membersOf(notation: Notation, value: unknown): (readonly [key: string | undefined, text: string])[] {
  const { explode, style, mediaType } = notation;
  const write = (member: unknown): string => toValue(notation, member);
  if (mediaType !== undefined) return [[undefined, writeContent(notation, value)]];
  if (!isComposite(value)) return [[undefined, write(value)]];
  const members = Array.isArray(value)
    ? value.map((item) => [undefined, write(item)] as const)
    : Object.entries(value).map(([key, member]) => [toName(notation, key), write(member)] as const);
  if (explode || members.length === 0) return members;
  const texts = members.flatMap(([key, text]) => (key === undefined ? [text] : [key, text]));
  return [[undefined, texts.join(delimiters[style] ?? ',')]];
}

/** The delimiters that are not commas, escaped. */
const delimiters: Readonly<Record<string, string>> = { pipeDelimited: '%7C', spaceDelimited: '%20' };

/** A value with a media type: JSON texts have quotes. */
function writeContent(notation: Notation, value: unknown): string {
  if (!isJson(notation.mediaType ?? '')) return toValue(notation, value);
  if (value instanceof Placeholder) {
    const quote = notation.schema?.type === 'string' ? toValue(notation, '"') : '';
    return `${quote}${value}${quote}`;
  }
  const json = toJson(value);
  // A header holds ASCII, and JSON has escapes of its own for the rest.
  return toValue(notation, notation.in === 'header' ? toAsciiJson(json) : json);
}

function toAsciiJson(json: string): string {
  const toEscape = (character: string): string =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return withoutVariables(json, '\\u007b').replace(/[^ -~]/g, toEscape);
}

/** The names of a deep object's properties in brackets. OpenAPI doesn't define how deeper ones are written. */
function deepPairs(name: string, value: object): EscapedPair[] {
  return Object.entries(value).flatMap(([key, member]): EscapedPair[] => {
    const inner = `${name}%5B${escapeAll(key)}%5D`;
    if (isComposite(member)) return deepPairs(inner, member);
    return [[inner, member instanceof Placeholder ? String(member) : escapeAll(toText(member))]];
  });
}

function isComposite(value: unknown): value is object {
  const isScalar = value instanceof Placeholder || value instanceof WrittenNumber;
  return typeof value === 'object' && value !== null && !isScalar;
}

function toName(notation: Notation, name: string): string {
  if (notation.in === 'header') return name;
  return notation.in === 'cookie' ? escapeOthers(name, /[^\w!#$&'*+.^`|~-]/gu) : escapeUrl(notation, name);
}

function toValue(notation: Notation, value: unknown): string {
  const text = toText(value);
  if (value instanceof Placeholder || notation.in === 'header') return text;
  // RFC 6265, section 4.1.1: what a cookie can't hold, and `%`, which begins an escape.
  if (notation.in === 'cookie') return escapeOthers(text, /[^!#$&'-+\--:<-[\]-z|~]/gu);
  if (notation.in === 'query' && notation.allowReserved) return escapeReserved(notation, text);
  return escapeUrl(notation, text);
}

/** A dot separates the values of the style `label`. */
function escapeUrl({ style }: Notation, text: string): string {
  return style === 'label' ? escapeAll(text).replaceAll('.', '%2E') : escapeAll(text);
}

/** Only what would be read otherwise is escaped of the reserved characters (RFC 3986, section 2.2). */
function escapeReserved({ explode }: Notation, text: string): string {
  return escapeOthers(text, explode ? /[^\w.~:/?[\]@!$()*,;=-]/gu : /[^\w.~:/?[\]@!$()*;=-]/gu);
}

/** Escapes all but the unreserved characters (RFC 3986, section 2.3). */
export function escapeAll(text: string): string {
  return escapeOthers(text, /[^\w.~-]/gu);
}

function escapeOthers(text: string, special: RegExp): string {
  return text.replace(special, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/** The text of a value, not yet escaped. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Placeholder) return String(value);
  return typeof value === 'object' ? toJson(value) : String(value);
}

/**
 * Escapes adjacent braces, so that Postman finds no variable and the server reads the same text.
 * @param brace the escape of a brace: `%7B` in a URL, `\\u007b` in JSON
 */
export function withoutVariables(text: string, brace: string): string {
  return text.replace(/\{\{+/g, (braces) => brace.repeat(braces.length));
}
