import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { SimulatedResponse } from './response.ts';
import type { Route } from './routes.ts';

/** Returns how a response of the simulator breaks the spec; empty if it does not. */
export type ResponseValidator = (route: Route, response: SimulatedResponse) => readonly string[];

const root = 'document';

/**
 * Checks status, media type and body of a response. The library that validates requests could validate responses too,
 * but only those to valid requests: it would never see a 401, a 422 or half of the 403.
 */
export function createResponseValidator(document: OpenAPIV3_1.Document): ResponseValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, root);

  return ({ template, method, operationId }, { status, headers, body }) => {
    const place = findResponse(document, [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      String(status),
    ]);
    const type = headers['Content-Type'] ?? '';
    const schema = [...place, 'content', type, 'schema'];
    if (at(document, place) === undefined) return [`${operationId} does not document the status ${status}`];
    if (at(document, schema) === undefined) return [`${operationId} does not document ${type} for ${status}`];
    const validate = ajv.getSchema(`${root}#${toPointer(schema)}`);
    if (validate === undefined) return [`${operationId} has no schema at ${toPointer(schema)}`];
    return validate(body) === true
      ? []
      : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
}

/** The place of the response in the spec; a response may be a reference to a component. */
function findResponse(document: OpenAPIV3_1.Document, place: readonly string[]): readonly string[] {
  const reference = at(document, [...place, '$ref']);
  if (typeof reference !== 'string') return place;
  return reference.split('/').slice(1);
}

function at(value: unknown, place: readonly string[]): unknown {
  return place.reduce((inner: unknown, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return new Map<string, unknown>(Object.entries(inner)).get(key);
  }, value);
}

function toPointer(place: readonly string[]): string {
  return place
    .map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}
