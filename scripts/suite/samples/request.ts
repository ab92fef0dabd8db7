import { plain } from '../../cases/outgoing.ts';
import type { Auth, Operation } from '../../model/api.ts';
import { isJson } from '../../model/media-type.ts';
import { SampleFile } from '../../model/sample-file.ts';
import type { PostmanBody, Url } from '../postman/format.ts';
import { toRequest } from '../postman/request.ts';
import { escapeAll } from '../postman/serialize.ts';

/** A request with its required parts only. `{{name}}` in its texts is a variable of the collection. */
export type SampleRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Sent in Base64 (RFC 7617, section 2). */
  readonly basic: readonly [username: string, password: string] | undefined;
  /** Whether the pair is for Digest instead (RFC 7616). */
  readonly digest: boolean;
  readonly body: SampleBody | undefined;
};

/** A body as text, and as data if possible. Files are the reader's own. */
export type SampleBody =
  | { readonly text: string; readonly json?: object; readonly form?: readonly SamplePair[] }
  | { readonly text: ''; readonly parts: readonly SamplePart[] }
  | { readonly text: ''; readonly file: string };

/** A part of a multipart body: a text, or the file of that name. */
export type SamplePart = {
  readonly name: string;
  readonly value: string;
  readonly file?: string;
  readonly contentType?: string;
};

/** Whether a name of a form occurs several times, or would be lost as the key of an object. */
export function isRepeated(form: readonly SamplePair[]): boolean {
  return (
    new Set(form.map(([name]) => name)).size < form.length || form.some(([name]) => name === '__proto__')
  );
}

/** Splits a text at its variables: every second piece is the name of a variable. */
export const variablePattern = /\{\{([^{}]+)\}\}/;

/** The collection's request for an operation. */
export function toSampleRequest(operation: Operation): SampleRequest {
  const { method, url, header, body } = toRequest(operation, plain(operation), { type: 'none' });
  const { auth } = operation;
  const headers = header
    // An undescribed `Origin` is only there for the checks.
    .filter((one) => one.key !== 'Origin' || one.description !== undefined)
    .map(({ key, value }) => [key, value] as const);
  return {
    method,
    url: toAddress(url, auth),
    headers: [...authHeaders(auth), ...headers],
    digest: auth.type === 'digest',
    basic:
      auth.type === 'basic' || auth.type === 'digest'
        ? [`{{${auth.username}}}`, `{{${auth.password}}}`]
        : undefined,
    body: body && toSampleBody(body, operation.body?.mediaType ?? ''),
  };
}

export type SamplePair = readonly [name: string, value: string];

/** What Postman's authorisation becomes. Further credentials are in the request already. */
function authHeaders(auth: Auth): SamplePair[] {
  if (auth.type === 'bearer') return [['Authorization', `Bearer {{${auth.token}}}`]];
  return auth.type === 'apikey' && auth.in === 'header' ? [[auth.key, `{{${auth.value}}}`]] : [];
}

/** The URL as the collection sends it: all that Postman would escape is escaped already. */
function toAddress({ host, path, query, variable }: Url, auth: Auth): string {
  const values = new Map(variable.map(({ key, value }) => [`:${key}`, value]));
  const segments = path.map((segment) => `/${values.get(segment) ?? segment}`);
  const pairs = query.map(({ key, value }) => `${key}=${value}`);
  if (auth.type === 'apikey' && auth.in === 'query') pairs.push(`${escapeAll(auth.key)}={{${auth.value}}}`);
  return [host.join('.'), ...segments, pairs.length === 0 ? '' : `?${pairs.join('&')}`].join('');
}

function joinPairs(pairs: readonly SamplePair[]): string {
  return pairs.map(([key, value]) => `${encode(key)}=${value}`).join('&');
}

/** Changes a text, except its variables. */
function mapTexts(text: string, change: (text: string) => string): string {
  const pieces = text.split(variablePattern);
  return pieces.map((piece, index) => (index % 2 === 0 ? change(piece) : `{{${piece}}}`)).join('');
}

/** Escapes a text, except characters that are allowed in a query (RFC 3986, section 3.4). */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|2F|3A|40)/g, decodeURIComponent);
}

function toSampleBody(body: PostmanBody, mediaType: string): SampleBody {
  if (body.mode === 'urlencoded') {
    const form = body.urlencoded.map(({ key, value }): SamplePair => [key, value]);
    return { text: joinPairs(form.map(([key, value]) => [key, mapTexts(value, encode)])), form };
  }
  if (body.mode === 'formdata') {
    const parts = body.formdata.map(({ key, value, fileName, contentType }) => ({
      name: key,
      value: fileName === undefined ? value : '',
      ...(fileName !== undefined && { file: fileName }),
      ...(contentType !== undefined && { contentType }),
    }));
    return { text: '', parts };
  }
  if (body.mode === 'file') return { text: '', file: new SampleFile(mediaType).name };
  const data = isJson(mediaType) ? parseKept(body.raw) : undefined;
  return { text: body.raw, ...(isData(data) && { json: data }) };
}

/** JSON as data; `undefined` if braces are escaped, which would become a variable, or if numbers would lose digits. */
function parseKept(text: string): unknown {
  if (text.includes('\\u007b')) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return JSON.stringify(data, null, 2) === text ? data : undefined;
  } catch {
    // A variable for a number has no quotes.
    return undefined;
  }
}

function isData(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
