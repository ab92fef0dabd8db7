import { isObject } from '../../base/read.ts';
import type { Outgoing } from '../../cases/case.ts';
import type { Auth as ApiAuth, RequestBody as ApiBody, Operation } from '../../model/api.ts';
import { essence, isJson } from '../../model/media-type.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { WrittenNumber } from '../../model/written-number.ts';
import { toLiteral } from '../literal.ts';
import { furtherCredentials, toAuth } from './auth.ts';
import { describeParameter } from './description.ts';
import type { PostmanAuth, PostmanBody, PostmanHeader, Request } from './format.ts';
import { toExpansion, toPairs, toText, withoutVariables } from './serialize.ts';
import { toUrl } from './url.ts';

/** A Postman request without a description. It has an authorisation only if that differs from the collection's. */
export function toRequest(operation: Operation, outgoing: Outgoing, common: ApiAuth): SentRequest {
  const own = outgoing.credentials !== 'given' || JSON.stringify(operation.auth) !== JSON.stringify(common);
  const { auth, ...sent } = toSent(operation, outgoing);
  return { ...(own && { auth }), ...sent };
}

/** The parts of a request that are sent. */
export function toSent(operation: Operation, outgoing: Outgoing): Sent {
  const body = bodyOf(operation, outgoing);
  return {
    method: outgoing.method ?? operation.method,
    auth: toAuth(operation.auth, outgoing.credentials),
    header: toHeaders(operation, outgoing),
    url: toUrl(operation, outgoing),
    ...(body !== undefined && { body }),
  };
}

type SentRequest = Omit<Request, 'description'>;
type Sent = SentRequest & { readonly auth: PostmanAuth };

function bodyOf({ body }: Operation, { body: value, rawBody, method }: Outgoing): PostmanBody | undefined {
  if (body === undefined || method !== undefined) return undefined;
  if (rawBody === undefined) return toBody(body, value);
  return { mode: 'raw', raw: rawBody, options: { raw: { language: 'json' } } };
}

function toHeaders(operation: Operation, { parameters, credentials }: Outgoing): PostmanHeader[] {
  const own = parameters
    .filter(({ parameter }) => parameter.in === 'header')
    .map(({ parameter, value, disabled }) => ({
      key: parameter.name,
      value: toExpansion(parameter, value),
      description: describeParameter(parameter),
      ...(disabled && { disabled }),
    }));
  const keys = furtherCredentials(operation.auth, credentials);
  const cookies = parameters
    .filter(({ parameter, disabled }) => parameter.in === 'cookie' && !disabled)
    .flatMap(({ parameter, value }) => toPairs(parameter, value))
    .map((pair) => pair.join('='));
  // All cookies are in one header (RFC 6265, section 5.4).
  const cookieKeys = keys
    .filter(({ in: place }) => place === 'cookie')
    .map(({ key, value }) => `${key}=${value}`);
  return [
    ...fixed('Accept', acceptOf(operation)),
    ...fixed('Origin', originOf(operation)),
    ...fixed('Content-Type', operation.body?.mediaType),
    ...keys.filter(({ in: place }) => place === 'header').map(({ key, value }) => ({ key, value })),
    ...fixed('Cookie', [...cookieKeys, ...cookies].join('; ') || undefined),
    ...own,
  ];
}

function fixed(key: string, value: string | undefined): PostmanHeader[] {
  return value === undefined || value.startsWith('multipart/') ? [] : [{ key, value }];
}

/** Servers send CORS headers only for another origin (Fetch Standard, section 3.3). */
function originOf({ responses }: Operation): string | undefined {
  const hasCors = responses.some(({ headers }) => headers.some(({ name }) => /^access-control-/i.test(name)));
  return hasCors ? 'https://elsewhere.example' : undefined;
}

function acceptOf({ responses }: Operation): string | undefined {
  const types = new Set(responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType)));
  return types.size === 0 ? undefined : [...types].join(', ');
}

/** A request body: JSON pretty-printed, forms field by field, anything else as text. */
function toBody({ mediaType }: ApiBody, value: unknown): PostmanBody | undefined {
  const type = essence(mediaType);
  if (isJson(mediaType)) return raw(toJsonText(value), 'json');
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
function toJsonText(value: unknown): string {
  return toLiteral(value, { step: '  ', key: toJson, scalar: toJson });
}

function toJson(value: unknown): string {
  if (value instanceof Placeholder) return `"${value}"`;
  if (value instanceof WrittenNumber) return value.text;
  return withoutVariables(JSON.stringify(value) ?? 'null', '\\u007b');
}
