import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OpenAPIV3_1 } from 'openapi-types';

/**
 * Handlers that validate a request by the spec and give parameters their types and defaults. They pass on an error
 * with a list of what is wrong. Regions can share them.
 */
export function createRequestValidators(document: OpenAPIV3_1.Document): readonly RequestHandler[] {
  return middleware({
    apiSpec: onlyRequests(document),
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: true, allErrors: true },
    validateResponses: false,
    validateSecurity: false,
    fileUploader: false,
    useRequestUrl: true,
  });
}

/**
 * A copy, because the validator changes its argument, without the parts that it does not need. Base paths of servers
 * are already resolved, so the copy has none. Query parameters allow raw reserved characters: otherwise the validator
 * would reject a space that was sent as `+`. Most clients send it so, and servers accept it.
 */
function onlyRequests(document: OpenAPIV3_1.Document) {
  const emptied: Readonly<Record<string, unknown>> = { servers: [], responses: {} };
  const keep = (key: string, value: unknown): unknown => {
    if (key in emptied || key.startsWith('x-')) return emptied[key];
    return isQueryParameter(value) ? { ...value, allowReserved: true } : value;
  };
  return { ...JSON.parse(JSON.stringify(document, keep)), servers: [{ url: '/' }] };
}

function isQueryParameter(value: unknown): value is { readonly in: 'query' } {
  return typeof value === 'object' && value !== null && 'in' in value && value.in === 'query';
}
