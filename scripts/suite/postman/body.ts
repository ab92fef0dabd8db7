import { isObject } from '../../base/read.ts';
import type { RequestBody as ApiBody } from '../../model/api.ts';
import { essence, isJson } from '../../model/media-type.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { toLiteral } from '../literal.ts';
import type { PostmanBody } from './format.ts';
import { toText, withoutVariables } from './value-text.ts';

/** A request body: JSON pretty-printed, forms field by field, anything else as text. */
export function toBody({ mediaType }: ApiBody, value: unknown): PostmanBody | undefined {
  const type = essence(mediaType);
  if (isJson(mediaType)) return raw(toLiteral(value, jsonSyntax), 'json');
  if (type === 'application/x-www-form-urlencoded' && isObject(value)) return toForm(Object.entries(value));
  // The boundary and the files of a multipart body can't be generated.
  if (type.startsWith('multipart/')) return undefined;
  const text = toText(value);
  return raw(isEscapable(type, text) ? withoutVariables(text, '&#123;') : text, 'text');
}

/** Postman escapes the fields of a form, `%` too. A form with `{{` is therefore sent as text. */
function toForm(entries: readonly (readonly [string, unknown])[]): PostmanBody {
  const fields = entries.map(([key, item]) => ({ key, value: toText(item) }));
  const hasPlaceholder = entries.some(([, item]) => item instanceof Placeholder);
  const isPlain = fields.every(({ key, value }) => !`${key} ${value}`.includes('{{'));
  if (isPlain || hasPlaceholder) return { mode: 'urlencoded', urlencoded: fields };
  const pairs = fields.map(({ key, value }) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return raw(pairs.join('&'), 'text');
}

/** Whether character references work everywhere in an XML text: they do not in comments, CDATA or instructions. */
function isEscapable(type: string, text: string): boolean {
  return /[/+]xml$/.test(type) && !/<!|<\?(?!xml\s)/.test(text);
}

function raw(text: string, language: string): PostmanBody {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}

/** JSON in which only placeholders are Postman variables. */
const jsonSyntax = { step: '  ', key: toJson, scalar: toJson };

function toJson(value: unknown): string {
  if (value instanceof Placeholder) return `"${value}"`;
  return withoutVariables(JSON.stringify(value) ?? 'null', '\\u007b');
}
