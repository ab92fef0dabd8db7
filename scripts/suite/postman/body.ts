import { isObject } from '../../base/read.ts';
import type { RequestBody } from '../../model/api.ts';
import { essence, formType, isJson, isJsonLines, isXml, isYaml } from '../../model/media-type.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { SampleFile } from '../../model/sample-file.ts';
import { toJson, toWrittenText, WrittenNumber } from '../../model/written-number.ts';
import { toLiteral } from '../literal.ts';
import type { PostmanBody, PostmanItem } from './format.ts';
import { toMultipart } from './multipart.ts';
import { type EscapedPair, lossOf, toPairs, withoutVariables } from './serialize.ts';
import { toXml } from './xml.ts';

/** A body as Postman sends it, or why it can't be written, in words that follow "the body". */
export type WrittenBody = {
  readonly body?: PostmanBody;
  /** The header; without it the runner writes one that names the boundary. */
  readonly contentType?: string;
  readonly reason?: string;
};

/** Writes a value in the media type of a request body. */
export function toBody(described: RequestBody, value: unknown): WrittenBody {
  const { mediaType } = described;
  if (mediaType === '') return { reason: 'has no media type in the spec (`content: {}`). Describe one.' };
  if (value === undefined)
    return { reason: 'has no example, and none could be made. Add one.', contentType: mediaType };
  const type = essence(mediaType);
  if (type.startsWith('multipart/')) return multipartBody(described, value);
  const written = { ...writerOf(type)(described, value) };
  return { contentType: mediaType, ...written };
}

/** What a request with a body needs of the runner, which leaves out the bodies of these methods otherwise. */
export function bodyBehavior({ method, body }: PostmanItem['request']): { disableBodyPruning?: true } {
  return body !== undefined && ['GET', 'HEAD'].includes(method) ? { disableBodyPruning: true } : {};
}

type Writer = (described: RequestBody, value: unknown) => WrittenBody;

function writerOf(type: string): Writer {
  if (isJson(type) || isYaml(type)) return (_, value) => ({ body: raw(toJsonText(value), 'json') });
  if (type === formType) return toForm;
  if (isXml(type)) return xmlBody;
  if (isJsonLines(type)) return (_, value) => ({ body: raw(toLines(value), 'text') });
  return textBody;
}

/** JSON in which only placeholders are Postman variables. */
function toJsonText(value: unknown): string {
  return toLiteral(value, { step: '  ', key: jsonScalar, scalar: jsonScalar });
}

function jsonScalar(value: unknown): string {
  if (value instanceof Placeholder) return value.isBare ? String(value) : `"${value}"`;
  return withoutVariables(toJson(value), '\\u007b');
}

function toLines(value: unknown): string {
  if (typeof value === 'string') return value;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  return rows.map((row) => `${withoutVariables(toJson(row), '\\u007b')}\n`).join('');
}

const xmlBody: Writer = (described, value) => {
  // An example in XML is sent as it is written.
  const written = typeof value === 'string' ? { text: escapeXml(value) } : toXml(described, value);
  return 'text' in written ? { body: raw(written.text, 'xml') } : written;
};

/** Character references work everywhere in an XML text, except in comments, CDATA and instructions. */
function escapeXml(text: string): string {
  return /<!|<\?(?!xml\s)/.test(text) ? text : withoutVariables(text, '&#123;');
}

const textBody: Writer = ({ mediaType }, value) => {
  if (value instanceof SampleFile) {
    const { base64 } = value;
    const body = { mode: 'file', file: { content: base64 ?? '' } } as const;
    return base64 === undefined
      ? { body, reason: `is ${value}, and no sample file has that type. Add an example.` }
      : { body };
  }
  if (isScalar(value)) return { body: raw(toWrittenText(value), 'text') };
  return {
    reason: `is an object or a list, which can't be written as ${mediaType}. Add an example in that type.`,
  };
};

function multipartBody(described: RequestBody, value: unknown): WrittenBody {
  const written = toMultipart(described, value);
  if ('fields' in written) {
    const { fields, ...more } = written;
    return { body: { mode: 'formdata', formdata: fields }, ...more };
  }
  if ('reason' in written) return written;
  return { body: raw(written.text, 'text'), contentType: written.contentType };
}

/** A form (OpenAPI 3.1, sections 4.8.14.3 and 4.8.15). */
function toForm(described: RequestBody, value: unknown): WrittenBody {
  if (typeof value === 'string') return { body: raw(value, 'text') };
  if (!isObject(value)) return { reason: 'is not an object, so it has no fields.' };
  const fields = Object.entries(value).map(([name, item]) => toField(described, name, item));
  const reason = fields.find((field) => field.reason !== undefined)?.reason;
  const pairs = fields.flatMap((field) => field.pairs);
  const text = pairs.map((pair) => pair.join('=')).join('&');
  const isKept = fields.every(({ isPlain }) => isPlain) && pairs.every(isPostmanPair);
  const body: PostmanBody = isKept
    ? { mode: 'urlencoded', urlencoded: pairs.map(toEntry) }
    : raw(text, 'text');
  return { body, ...(reason !== undefined && { reason }) };
}

type Field = {
  readonly pairs: readonly EscapedPair[];
  /** Whether the values mean the same if all of their characters are escaped. */
  readonly isPlain: boolean;
  readonly reason?: string;
};

function toField({ encoding }: RequestBody, name: string, value: unknown): Field {
  const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
  const { contentType, style = 'form', explode = style === 'form', allowReserved = false } = own ?? {};
  const isStyled = [own?.style, own?.explode, own?.allowReserved].some((keyword) => keyword !== undefined);
  const notation = { name, in: 'query', style, explode, allowReserved } as const;
  if (isStyled) {
    const loss = lossOf(notation, value);
    const isPlain = !allowReserved && (explode || style === 'deepObject' || isScalar(value));
    return {
      pairs: toPairs(notation, value),
      isPlain,
      ...(loss !== undefined && { reason: `has the field \`${name}\`, which ${loss}.` }),
    };
  }
  // Without a style, objects are JSON, and arrays repeat their name.
  const isWhole = contentType !== undefined && isJson(contentType);
  const values: readonly unknown[] = Array.isArray(value) && !isWhole ? value : [value];
  const texts = values
    .filter((one) => one !== null)
    .map((one) => (isWhole || !isScalar(one) ? asJson(one) : one));
  const isOther = contentType !== undefined && !isWhole && values.some((one) => !isScalar(one));
  return {
    pairs: texts.flatMap((text) => toPairs(notation, text)),
    isPlain: true,
    ...(isOther && { reason: `has the field \`${name}\`, which can't be written as ${contentType}.` }),
  };
}

function asJson(value: unknown): unknown {
  return value instanceof Placeholder ? value : toJson(value);
}

/** Postman escapes the fields of a form, `%` too, but can't escape `{{`. Its runner loses a field `__proto__`. */
function isPostmanPair([name, value]: EscapedPair): boolean {
  return name !== '__proto__' && !/%7B%7B/i.test(name + value);
}

function toEntry([name, value]: EscapedPair): { key: string; value: string } {
  return { key: decodeURIComponent(name), value: decodeURIComponent(value) };
}

function isScalar(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    value instanceof Placeholder ||
    value instanceof WrittenNumber
  );
}

function raw(text: string, language: string): PostmanBody {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}
