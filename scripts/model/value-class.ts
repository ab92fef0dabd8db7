import type { ValueClass } from './shape.ts';

const forms: readonly (readonly [ValueClass, RegExp])[] = [
  ['empty', /^$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/],
  ['naive date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['hexadecimal id', /^([\da-f]{24}|[\da-f]{32})$/i],
  ['URL', /^[a-z][a-z\d+.-]*:\/\/\S+$/i],
];

/** The class of a JSON value; a string without a known form is `text`. */
export function classOf(value: unknown): ValueClass {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  return typeof value === 'object' ? 'object' : classOfText(String(value));
}

export function classOfText(text: string): ValueClass {
  return forms.find(([, form]) => form.test(text))?.[0] ?? 'text';
}

/** A property's name in the path of a shape: `*` if the name is data, as in a map by id or by day. */
export function tokenOf(key: string): string {
  const isData = /^\d+$/.test(key) || !['text', 'empty', 'URL'].includes(classOfText(key));
  return isData ? '*' : key;
}

/** Whether both may be values of the same property: `text` goes together with any class of strings. */
export function areCompatible(some: readonly ValueClass[], others: readonly ValueClass[]): boolean {
  return some.some((one) => others.some((other) => isAlike(one, other)));
}

function isAlike(one: ValueClass, other: ValueClass): boolean {
  const loose = one === 'text' || one === 'empty' || other === 'text' || other === 'empty';
  return one === other || (loose && isText(one) && isText(other));
}

function isText(one: ValueClass): boolean {
  return !['null', 'boolean', 'number', 'array', 'object'].includes(one);
}
