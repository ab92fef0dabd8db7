import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import type { Content, Example, Header, Response } from './api.ts';
import { provenanceOf } from './provenance.ts';
import type { HeaderObject, MediaTypeObject, ResponseObject, Spec } from './spec.ts';

/** A Response Object (OpenAPI 3.1, section 4.8.17) under its status. */
export function toResponse(spec: Spec, status: string, response: ResponseObject): Response {
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
    value: example.value,
  }));
  const single = content.example === undefined ? [] : [{ name: 'Example', value: content.example }];
  return [...named, ...single].filter(({ value }) => value !== undefined);
}

function toHeader(spec: Spec, name: string, header: HeaderObject): Header {
  const pointer = spec.pointerOf(header);
  return {
    name,
    pointer,
    required: header.required === true,
    provenance: provenanceOf(spec, header),
    ...(header.schema !== undefined && { schema: schemaPointer(spec, header, header.schema) }),
  };
}
