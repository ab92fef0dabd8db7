import { stringExtension } from '../base/read.ts';
import type { RequestBody } from './api.ts';
import { isJson } from './media-type.ts';
import type { RequestBodyObject, SchemaObject, Spec } from './spec.ts';
import { toExample } from './to-example.ts';

/** A Request Body Object (OpenAPI 3.1, section 4.8.13): its JSON content, or else its first. */
export function toBody(spec: Spec, body: RequestBodyObject): RequestBody | undefined {
  const contents = Object.entries(body.content ?? {});
  const chosen = contents.find(([mediaType]) => isJson(mediaType)) ?? contents[0];
  if (chosen === undefined) return undefined;
  const [mediaType, content] = chosen;
  const schema = content.schema ?? {};
  return {
    mediaType,
    pointer: spec.pointerOf(body),
    required: body.required === true,
    description: (body.description ?? '').trim(),
    schema,
    example: toExample(content, schema),
    variables: variablesOf(schema),
  };
}

function variablesOf(schema: SchemaObject): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const variable = stringExtension(property, 'x-variable');
    if (variable !== undefined) found[name] = variable;
  }
  return found;
}
