import { joinPointer } from '../base/pointer.ts';
import { contractOf, isObject } from '../base/read.ts';
import type { Content, Effects, Example, Header, Operation, Parameter, Response } from './api.ts';
import { provenanceOf } from './provenance.ts';
import type {
  HeaderObject,
  MediaTypeObject,
  OperationObject,
  PathItem,
  ResponseObject,
  Spec,
} from './spec.ts';
import { toAuth } from './to-auth.ts';
import { toBody } from './to-body.ts';
import { toContract } from './to-contract.ts';
import { toParameter } from './to-parameter.ts';
import { asWritten } from './written-number.ts';

/** An Operation Object with its surroundings. */
export type OperationPlace = {
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: OperationObject;
  /** The variable of the base URL in force here. */
  readonly base: string;
};

/** An Operation Object (OpenAPI 3.1, section 4.8.10) with what its path item adds. */
export function toOperation(spec: Spec, { path, method, item, operation, base }: OperationPlace): Operation {
  const name = `${method.toUpperCase()} ${path}`;
  const parameters = parametersOf(spec, item, operation);
  const body = operation.requestBody === undefined ? undefined : toBody(spec, operation.requestBody);
  return {
    id: operation.operationId ?? name,
    pointer: spec.pointerOf(operation),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? operation.operationId ?? name,
    description: (operation.description ?? '').trim(),
    deprecated: operation.deprecated === true,
    tag: operation.tags?.[0] ?? '',
    base,
    effects: effectsOf(method, operation),
    auth: toAuth(spec, operation.security),
    anonymous: (operation.security ?? spec.document.security ?? []).some(
      (requirement) => Object.keys(requirement).length === 0,
    ),
    parameters,
    ...(body !== undefined && { body }),
    responses: Object.entries(operation.responses ?? {})
      .filter(([status]) => !status.startsWith('x-'))
      .map(([status, response]) => toResponse(spec, status, response)),
    contract: toContract(spec, operation, parameters),
  };
}

/** Safe methods (RFC 9110, section 9.2.1). Unless the spec says otherwise, all others change something. */
const safe = ['get', 'head', 'options', 'trace'];

function effectsOf(method: string, operation: OperationObject): Effects {
  const said = contractOf(operation, 'effects');
  if (said === 'costs' || said === 'changes' || said === 'none') return said;
  return safe.includes(method.toLowerCase()) ? 'none' : 'changes';
}

/** An operation's parameter replaces the path item's of the same name and place (section 4.8.9.1). */
function parametersOf(spec: Spec, item: PathItem, operation: OperationObject): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    byKey.set(`${parameter.in} ${parameter.name}`, toParameter(spec, parameter));
  }
  return [...byKey.values()].filter(isSent);
}

/** Header parameters of these names "SHALL be ignored" (section 4.8.12.2). */
function isSent({ in: place, name }: Parameter): boolean {
  return place !== 'header' || !['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}

/** A Response Object (OpenAPI 3.1, section 4.8.17) under its status. */
function toResponse(spec: Spec, status: string, response: ResponseObject): Response {
  const pointer = spec.pointerOf(response);
  return {
    status: status.toUpperCase() === 'DEFAULT' ? 'default' : status.toUpperCase(),
    pointer,
    description: (response.description ?? '').trim(),
    provenance: provenanceOf(spec, response),
    contents: Object.entries(response.content ?? {}).map(([type, content]) => toContent(spec, type, content)),
    headers: Object.entries(response.headers ?? {})
      // A response header named Content-Type "SHALL be ignored" (section 4.8.17.1).
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, header]) => toHeader(spec, name, header)),
  };
}

function toContent(spec: Spec, mediaType: string, content: MediaTypeObject): Content {
  const { schema } = content;
  return {
    mediaType,
    ...(schema !== undefined && { schema: schemaPointer(spec, content, schema), form: schema }),
    examples: toExamples(content),
  };
}

/** The place of the schema itself, or of the component that it refers to. */
function schemaPointer(spec: Spec, part: object, schema: unknown): string {
  const own = isObject(schema) ? spec.pointerOf(schema) : '';
  return own === '' ? joinPointer(spec.pointerOf(part), 'schema') : own;
}

function toExamples(content: MediaTypeObject): Example[] {
  const named = Object.entries(content.examples ?? {}).map(([key, example]) => ({
    name: example.summary ?? key,
    value: asWritten(example.value, [content], { own: { holder: example, key: 'value' }, path: [] }),
  }));
  const single =
    content.example === undefined ? [] : [{ name: 'Example', value: asWritten(content.example, [content]) }];
  return [...named, ...single].filter(({ value }) => value !== undefined);
}

/** A Header Object (OpenAPI 3.1, section 4.8.21). */
function toHeader(spec: Spec, name: string, header: HeaderObject): Header {
  const pointer = spec.pointerOf(header);
  const [mediaType, content] = Object.entries(header.content ?? {})[0] ?? [];
  const part = content ?? header;
  return {
    name,
    pointer,
    required: header.required === true,
    provenance: provenanceOf(spec, header),
    ...(part.schema !== undefined && { schema: schemaPointer(spec, part, part.schema), form: part.schema }),
    explode: header.explode === true,
    ...(mediaType !== undefined && { mediaType }),
  };
}
