import { isObject } from '../../base/read.ts';
import type { RequestBody } from '../../model/api.ts';
import { essence, isJson } from '../../model/media-type.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { SampleFile, toBase64 } from '../../model/sample-file.ts';
import type { SchemaObject } from '../../model/spec.ts';
import { isFile, itemsOf, propertiesOf } from '../../model/to-body.ts';
import { toWrittenText, WrittenNumber } from '../../model/written-number.ts';
import type { FormField } from './format.ts';

/** One part of a multipart body. */
type Part = {
  readonly name: string;
  readonly text: string;
  readonly contentType?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly file?: { readonly name: string; readonly base64: string | undefined };
};

/** The fields of Postman's form, or the text of the body with its boundary if Postman has no such form. */
export type Multipart =
  | { readonly fields: FormField[]; readonly reason?: string }
  | { readonly text: string; readonly contentType: string }
  | { readonly reason: string };

/** A multipart body (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15; RFC 7578). Arrays repeat their part. */
export function toMultipart(body: RequestBody, value: unknown): Multipart {
  if (typeof value === 'string') return asGiven(body, value);
  if (!isObject(value)) return { reason: 'is not an object, so it has no parts.' };
  const parts = Object.entries(value).flatMap(([name, item]) => partsOf(body, name, item));
  if (parts.length === 0) return { reason: 'has no parts. Add an example.' };
  const missing = parts.find(({ file }) => file !== undefined && file.base64 === undefined);
  if (missing !== undefined) {
    const { name, contentType } = missing;
    const reason = `has the file \`${name}\` of type ${contentType}, and no sample file has that type. Add an example.`;
    return { fields: parts.map(toField), reason };
  }
  // Postman has no headers for a part.
  const isForm = essence(body.mediaType) === 'multipart/form-data';
  if (isForm && parts.every(({ headers }) => headers.length === 0)) return { fields: parts.map(toField) };
  return asText(body, parts);
}

/** An example that is the text of the body begins with its boundary (RFC 2046, section 5.1.1). */
function asGiven({ mediaType }: RequestBody, text: string): Multipart {
  const [, boundary] = /^--([\w'()+,./:=?-]{1,70})\r?\n/.exec(text) ?? [];
  if (boundary === undefined)
    return { reason: 'has a text as its example, which does not begin with a boundary.' };
  return { text: text.replace(/\r?\n/g, '\r\n'), contentType: withBoundary(mediaType, boundary) };
}

function partsOf(body: RequestBody, name: string, value: unknown): Part[] {
  if (value === null || value === undefined) return [];
  const schema = propertiesOf(body.schema)[name] ?? {};
  if (Array.isArray(value)) {
    const items = itemsOf(schema) ?? {};
    return value.map((item: unknown) => toPart(body, name, items, item));
  }
  return [toPart(body, name, schema, value)];
}

function toPart({ encoding }: RequestBody, name: string, schema: SchemaObject, value: unknown): Part {
  const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
  const headers = own?.headers ?? [];
  if (value instanceof SampleFile) {
    const { mediaType, base64, name: fileName } = value;
    return { name, text: '', contentType: mediaType, headers, file: { name: fileName, base64 } };
  }
  const [first = ''] = (own?.contentType ?? '').split(',');
  const given = first === '' || first.includes('*') ? undefined : first.trim();
  if (typeof value === 'string' && isFile(schema)) {
    const contentType = given ?? 'application/octet-stream';
    const file = { name: new SampleFile(contentType).name, base64: toBase64(value) };
    return { name, text: value, contentType, headers, file };
  }
  // Without a type, a part is text/plain (RFC 7578, section 4.4).
  const contentType = given ?? (isComposite(value) ? 'application/json' : undefined);
  return { name, text: textOf(value, given), headers, ...(contentType !== undefined && { contentType }) };
}

/** JSON has quotes around a string. */
function textOf(value: unknown, contentType: string | undefined): string {
  const isQuoted = typeof value === 'string' && contentType !== undefined && isJson(contentType);
  return isQuoted ? JSON.stringify(value) : toWrittenText(value);
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && !(value instanceof Placeholder || value instanceof WrittenNumber);
}

function toField({ name, text, contentType, file }: Part): FormField {
  const typed = contentType === undefined ? {} : { contentType };
  if (file === undefined) return { key: quoted(name), value: text, type: 'text', ...typed };
  // People choose a file of their own (`src`). Without one, runners send the content in Base64.
  return { key: quoted(name), value: file.base64 ?? '', type: 'file', fileName: file.name, ...typed };
}

function asText({ mediaType }: RequestBody, parts: readonly Part[]): Multipart {
  const bodies = parts.map((part) => {
    const text =
      part.file === undefined ? part.text : Buffer.from(part.file.base64 ?? '', 'base64').toString();
    const isLossless = part.file === undefined || toBase64(text) === part.file.base64;
    return { ...part, text, isLossless };
  });
  const bytes = bodies.find(({ isLossless }) => !isLossless);
  if (bytes !== undefined)
    return {
      reason: `has the file \`${bytes.name}\` with bytes that are not text beside headers of parts, which Postman can't send.`,
    };
  const broken = bodies.find(({ headers }) => headers.some(([name, value]) => /[\r\n]/.test(name + value)));
  if (broken !== undefined)
    return { reason: `has a header of the part \`${broken.name}\` with a line break.` };
  const boundary = boundaryFor(bodies.map(({ text }) => text).join('\n'));
  const written = bodies.map(
    (part) => `--${boundary}\r\n${headersOf(part).join('\r\n')}\r\n\r\n${part.text}\r\n`,
  );
  return { text: `${written.join('')}--${boundary}--\r\n`, contentType: withBoundary(mediaType, boundary) };
}

function headersOf({ name, contentType, headers, file }: Part): string[] {
  const fileName = file === undefined ? '' : `; filename="${quoted(file.name)}"`;
  return [
    `Content-Disposition: form-data; name="${quoted(name)}"${fileName}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...headers.map((pair) => pair.join(': ')),
  ];
}

/** Escaped as browsers do, because Postman escapes no name (HTML Standard, "Multipart form data"). */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

/** The same for each generation; not in the text. */
function boundaryFor(text: string): string {
  let boundary = 'part-boundary';
  while (text.includes(boundary)) boundary += '-x';
  return boundary;
}

function withBoundary(mediaType: string, boundary: string): string {
  const type = mediaType.replace(/;\s*boundary=("[^"]*"|[^;]*)/i, '');
  return `${type}; boundary=${/^[\w.+-]+$/.test(boundary) ? boundary : `"${boundary}"`}`;
}
