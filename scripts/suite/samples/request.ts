import { plain } from '../../cases/outgoing.ts';
import type { Auth, Operation } from '../../model/api.ts';
import { isJson } from '../../model/media-type.ts';
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

/** A body as text, and as data if possible. */
type SampleBody = {
  readonly text: string;
  readonly json?: object;
  readonly form?: Readonly<Record<string, string>>;
};

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

type Pair = readonly [name: string, value: string];

/** What Postman's authorisation becomes. Further credentials are in the request already. */
function authHeaders(auth: Auth): Pair[] {
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

function joinPairs(pairs: readonly Pair[]): string {
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
    const pairs = body.urlencoded.map(({ key, value }): Pair => [key, value]);
    const text = joinPairs(pairs.map(([key, value]) => [key, mapTexts(value, encode)]));
    return { text, form: Object.fromEntries(pairs) };
  }
  const { raw } = body;
  // As data, escaped braces would become a variable, and some numbers would lose digits.
  const isData =
    isJson(mediaType) && !raw.includes('\\u007b') && JSON.stringify(JSON.parse(raw), null, 2) === raw;
  const data: unknown = isData ? JSON.parse(raw) : undefined;
  return { text: raw, ...(typeof data === 'object' && data !== null && { json: data }) };
}
