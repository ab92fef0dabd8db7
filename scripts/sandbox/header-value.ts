import type { HeaderForm, JsonKind } from '../model/expectation.ts';

/**
 * The values that the text of a header may mean, the most likely first: a header in the style `simple` does not say
 * whether `1` is a number or a text (OpenAPI 3.1, section 4.8.21).
 */
export function readHeader(text: string, form: HeaderForm): unknown[] {
  return [true, false].flatMap((isTyped) => {
    const lists = allows(form.kinds, 'array') ? [toList(text, form, isTyped)] : [];
    const objects = allows(form.kinds, 'object') ? toObject(text, form, isTyped) : [];
    const one = [toScalar(text, form.kinds, isTyped)];
    const isCertain = form.kinds.indexOf('array') >= 0 || form.kinds.indexOf('object') >= 0;
    return isCertain ? [...objects, ...lists, ...one] : [...one, ...lists, ...objects];
  });
}

/** Without kinds, a schema allows all. */
function allows(kinds: readonly JsonKind[], kind: JsonKind): boolean {
  return kinds.length === 0 || kinds.indexOf(kind) >= 0;
}

function toList(text: string, { items = [] }: HeaderForm, isTyped: boolean): unknown[] {
  return split(text).map((item) => toScalar(item, items, isTyped));
}

/** `a=1,b=2` if exploded, or else `a,1,b,2`. */
function toObject(
  text: string,
  { explode, properties = {}, others = [] }: HeaderForm,
  isTyped: boolean,
): object[] {
  const parts = split(text);
  const pairs = explode
    ? parts.map((part) => [part.split('=')[0] || '', part.slice(part.indexOf('=') + 1)] as const)
    : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] || ''] as const] : []));
  const isWhole = explode ? parts.every((part) => part.indexOf('=') > 0) : parts.length % 2 === 0;
  const kindsOf = (name: string): readonly JsonKind[] =>
    Object.hasOwn(properties, name) ? properties[name] || [] : others;
  const entries = pairs.map(([name, value]) => [name, toScalar(value, kindsOf(name), isTyped)] as const);
  return isWhole ? [Object.fromEntries(entries)] : [];
}

/** The elements of a list (RFC 9110, section 5.6.1). A comma in a quoted string is part of it. */
function split(text: string): string[] {
  if (text.trim() === '') return [];
  const parts: string[] = [];
  let part = '';
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[^",]+|,|"/g) || []) {
    if (token === ',') parts.push(part.trim());
    part = token === ',' ? '' : part + token;
  }
  return [...parts, part.trim()];
}

function toScalar(text: string, kinds: readonly JsonKind[], isTyped: boolean): unknown {
  if (!isTyped && allows(kinds, 'string')) return text;
  if (/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) && allows(kinds, 'number')) return Number(text);
  if ((text === 'true' || text === 'false') && allows(kinds, 'boolean')) return text === 'true';
  return text === 'null' && kinds.indexOf('null') >= 0 ? null : text;
}
