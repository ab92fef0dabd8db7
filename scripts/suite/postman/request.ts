import type { Outgoing } from '../../cases/case.ts';
import type { Auth as ApiAuth, Operation } from '../../model/api.ts';
import { furtherCredentials, toAuth } from './auth.ts';
import { toBody, type WrittenBody } from './body.ts';
import { describeParameter } from './description.ts';
import type { PostmanAuth, PostmanHeader, Request } from './format.ts';
import { toExpansion, toPairs } from './serialize.ts';
import { toUrl } from './url.ts';

/** A Postman request without a description. It has an authorisation only if that differs from the collection's. */
export function toRequest(operation: Operation, outgoing: Outgoing, common: ApiAuth): SentRequest {
  const own = outgoing.credentials !== 'given' || JSON.stringify(operation.auth) !== JSON.stringify(common);
  const { auth, ...sent } = toSent(operation, outgoing);
  return { ...(own && { auth }), ...sent };
}

/** The parts of a request that are sent. */
export function toSent(operation: Operation, outgoing: Outgoing): Sent {
  const { body, contentType } = bodyOf(operation, outgoing);
  return {
    method: outgoing.method ?? operation.method,
    auth: toAuth(operation.auth, outgoing.credentials),
    header: toHeaders(operation, outgoing, contentType),
    url: toUrl(operation, outgoing),
    ...(body !== undefined && { body }),
  };
}

type SentRequest = Omit<Request, 'description'>;
type Sent = SentRequest & { readonly auth: PostmanAuth };

/** The body, with its Content-Type; a request with another method has none. */
function bodyOf({ body }: Operation, { body: value, rawBody, method }: Outgoing): WrittenBody {
  if (body === undefined) return {};
  if (method !== undefined)
    return body.mediaType.startsWith('multipart/') ? {} : { contentType: body.mediaType };
  if (rawBody === undefined) return toBody(body, value);
  const sent = { mode: 'raw', raw: rawBody, options: { raw: { language: 'json' } } } as const;
  return { body: sent, contentType: body.mediaType };
}

/** Why a body can't be written as the spec describes it, in words that follow "the body". */
export function bodyProblem(operation: Operation, outgoing: Outgoing): string | undefined {
  return bodyOf(operation, outgoing).reason;
}

function toHeaders(
  operation: Operation,
  { parameters, credentials }: Outgoing,
  contentType: string | undefined,
): PostmanHeader[] {
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
    ...fixed('Content-Type', contentType),
    ...keys.filter(({ in: place }) => place === 'header').map(({ key, value }) => ({ key, value })),
    ...fixed('Cookie', [...cookieKeys, ...cookies].join('; ') || undefined),
    ...own,
  ];
}

function fixed(key: string, value: string | undefined): PostmanHeader[] {
  return value === undefined ? [] : [{ key, value }];
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
