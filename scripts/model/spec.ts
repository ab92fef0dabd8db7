import type { OpenAPIV3_1 } from 'openapi-types';
import type { Location } from '../base/problem.ts';

/** A type of openapi-types without references, because they are already resolved. */
export type Resolved<T> = T extends OpenAPIV3_1.ReferenceObject
  ? never
  : T extends object
    ? { [Key in keyof T]: Resolved<T[Key]> }
    : T;

type Document = Resolved<OpenAPIV3_1.Document>;
export type PathItem = NonNullable<NonNullable<Document['paths']>[string]>;
export type OperationObject = NonNullable<PathItem['get']>;
export type ParameterObject = NonNullable<OperationObject['parameters']>[number];
export type RequestBodyObject = NonNullable<OperationObject['requestBody']>;
export type ResponseObject = NonNullable<OperationObject['responses']>[string];
export type MediaTypeObject = NonNullable<ResponseObject['content']>[string];
export type HeaderObject = NonNullable<ResponseObject['headers']>[string];
export type SchemaObject = NonNullable<MediaTypeObject['schema']>;

/** A checked OpenAPI description with resolved references. */
export type Spec = {
  /** As given on the command line. */
  readonly file: string;
  /** The stem of the generated files: the spec's file name up to its first dot, made valid. */
  readonly stem: string;
  /** OpenAPI 3.1, in one document, references resolved; may be cyclic. */
  readonly document: Document;
  /** The same document with internal references, for tools that resolve them themselves. */
  readonly bundle: OpenAPIV3_1.Document;
  /** The JSON pointer at which a part of `document` is written. */
  readonly pointerOf: (part: object) => string;
  readonly locate: (pointer: string) => Location;
};
