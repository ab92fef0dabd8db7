import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OpenAPIV3_1 } from 'openapi-types';

/**
 * Handlers that check a request against the document, in turn, and give parameters their types and defaults. They
 * pass on an error with a list of what is wrong. Regions can share them.
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
 * A copy, as the validator changes what it gets, and without what it need not read. Base paths of servers are
 * resolved before it comes into play, so there are none either. Query parameters may have raw reserved characters
 * in them: the validator would refuse a space that was sent as `+`, as most clients do, while servers take it.
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
