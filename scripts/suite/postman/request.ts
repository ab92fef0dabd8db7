import type { Outgoing } from '../../cases/case.ts';
import type { Auth as ApiAuth, Operation } from '../../model/api.ts';
import { toAuth } from './auth.ts';
import { toBody } from './body.ts';
import { describeOperation, describeParameter } from './description.ts';
import type { PostmanAuth, PostmanBody, PostmanHeader, Request } from './format.ts';
import { toSimple } from './simple-style.ts';
import { toUrl } from './url.ts';

/** A Postman request. It has an authorisation only if that differs from the collection's. */
export function toRequest(operation: Operation, outgoing: Outgoing, common: ApiAuth): Request {
  const own = outgoing.credentials !== 'given' || JSON.stringify(operation.auth) !== JSON.stringify(common);
  const { auth, ...sent } = toSent(operation, outgoing);
  return { description: describeOperation(operation), ...(own && { auth }), ...sent };
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

type Sent = Omit<Request, 'description'> & { readonly auth: PostmanAuth };

function bodyOf({ body }: Operation, { body: value, rawBody, method }: Outgoing): PostmanBody | undefined {
  if (body === undefined || method !== undefined) return undefined;
  if (rawBody === undefined) return toBody(body, value);
  return { mode: 'raw', raw: rawBody, options: { raw: { language: 'json' } } };
}

function toHeaders(operation: Operation, { parameters }: Outgoing): PostmanHeader[] {
  const own = parameters
    .filter(({ parameter }) => parameter.in === 'header')
    .map(({ parameter, value, disabled }) => ({
      key: parameter.name,
      value: toSimple(parameter, value),
      description: describeParameter(parameter),
      ...(disabled && { disabled }),
    }));
  const cookies = parameters
    .filter(({ parameter, disabled }) => parameter.in === 'cookie' && !disabled)
    .map(({ parameter, value }) => `${parameter.name}=${toSimple(parameter, value)}`);
  return [
    ...fixed('Accept', acceptOf(operation)),
    ...fixed('Origin', originOf(operation)),
    ...fixed('Content-Type', operation.body?.mediaType),
    ...fixed('Cookie', cookies.length > 0 ? cookies.join('; ') : undefined),
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
