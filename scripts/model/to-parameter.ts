import { contractOf, stringExtension } from '../base/read.ts';
import type { Parameter, Window } from './api.ts';
import { isJson } from './media-type.ts';
import { provenanceOf } from './provenance.ts';
import type { MediaTypeObject, ParameterObject, SchemaObject, Spec } from './spec.ts';
import { toDiscovery } from './to-contract.ts';
import { type RequestValue, toDoubt, toExample } from './to-example.ts';
import { asWritten } from './written-number.ts';

/** A Parameter Object (OpenAPI 3.1, section 4.8.12). */
export function toParameter(spec: Spec, parameter: ParameterObject): Parameter {
  const schema = schemaOf(parameter);
  const value = requestValueOf(parameter, schema);
  const variable = variableOf(parameter, value);
  const unknown = contractOf(parameter, 'unknown');
  const window = windowOf(parameter, schema);
  const discover = toDiscovery(parameter);
  return {
    name: parameter.name,
    in: locationOf(parameter.in),
    pointer: spec.pointerOf(parameter),
    required: parameter.required === true || parameter.in === 'path',
    description: (parameter.description ?? '').trim(),
    deprecated: parameter.deprecated === true,
    schema,
    ...exampleOf(spec, parameter, value),
    ...(variable !== undefined && { variable }),
    unknown: unknown === undefined ? '404' : String(unknown),
    ...(window !== undefined && { window }),
    ...(discover !== undefined && { discover }),
    ...writingOf(parameter),
    provenance: provenanceOf(spec, parameter),
  };
}

function schemaOf(parameter: ParameterObject): SchemaObject {
  return parameter.schema ?? contentOf(parameter)?.schema ?? {};
}

function contentOf({ content = {} }: ParameterObject): MediaTypeObject | undefined {
  return Object.values(content)[0];
}

/** An example of JSON may be its text (OpenAPI 3.0, section 4.7.19). */
function requestValueOf(parameter: ParameterObject, schema: SchemaObject): RequestValue {
  const value = toExample(contentOf(parameter) ?? parameter, schema);
  const isSerialized =
    isJson(writingOf(parameter).mediaType ?? '') &&
    schema.type !== undefined &&
    ![schema.type].flat().includes('string');
  return isSerialized && typeof value.value === 'string'
    ? toExample({ example: fromJson(value.value) }, schema)
    : value;
}

function fromJson(example: string): unknown {
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
}

function exampleOf(
  spec: Spec,
  parameter: ParameterObject,
  given: RequestValue,
): Pick<Parameter, 'example' | 'exemplified' | 'invented' | 'doubt'> {
  const { value, isGiven, invented } = given;
  const doubt = toDoubt(spec, parameter, given);
  return {
    example: asWritten(value, [contentOf(parameter) ?? parameter]),
    exemplified: isGiven,
    ...(invented.length > 0 && { invented }),
    ...(doubt !== undefined && { doubt }),
  };
}

/** How the value is serialized. A parameter with `content` has no style (OpenAPI 3.1, section 4.8.12.2). */
function writingOf(
  parameter: ParameterObject,
): Pick<Parameter, 'style' | 'explode' | 'allowReserved' | 'mediaType'> {
  const usual = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
  const style = parameter.style ?? usual;
  const [mediaType] = Object.keys(parameter.content ?? {});
  return {
    style,
    explode: parameter.explode ?? style === 'form',
    allowReserved: parameter.allowReserved === true,
    ...(mediaType !== undefined && { mediaType }),
  };
}

/** If the spec gives no value for a path parameter, the user must provide it. */
function variableOf(parameter: ParameterObject, { isGiven }: RequestValue): string | undefined {
  const named = stringExtension(parameter, 'x-variable');
  if (named !== undefined || parameter.in !== 'path') return named;
  return isGiven ? undefined : parameter.name;
}

/** Without a `format`, a time is in UTC and written without a zone: `2026-01-12T00:00:00`. */
function windowOf(parameter: ParameterObject, { format }: SchemaObject): Window | undefined {
  const end = contractOf(parameter, 'window');
  if (end !== 'start' && end !== 'end') return undefined;
  return { end, format: format === 'date' || format === 'date-time' ? format : 'naive' };
}

function locationOf(location: string): Parameter['in'] {
  return location === 'path' || location === 'header' || location === 'cookie' ? location : 'query';
}
