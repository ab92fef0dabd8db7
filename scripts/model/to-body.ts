import { isObject, stringExtension } from '../base/read.ts';
import type { Encoding, RequestBody } from './api.ts';
import { essence, formType, isJson } from './media-type.ts';
import { SampleFile } from './sample-file.ts';
import type { MediaTypeObject, RequestBodyObject, SchemaObject, Spec } from './spec.ts';
import { givenExample, toDoubt, toExample } from './to-example.ts';
import { asWritten, toWrittenText } from './written-number.ts';

/** A Request Body Object (OpenAPI 3.1, section 4.8.13): its JSON content, or else its first. */
export function toBody(spec: Spec, body: RequestBodyObject): RequestBody {
  const [range, content] = chosenContent(body) ?? ['', {}];
  const schema = content.schema ?? {};
  const mediaType = concreteType(range, schema);
  const value = toExample(content, schema);
  const given = asWritten(value.value, [content]);
  const doubt = toDoubt(spec, content, value);
  return {
    mediaType,
    pointer: spec.pointerOf(body),
    required: body.required === true,
    description: (body.description ?? '').trim(),
    schema,
    root: spec.pointerOf(schema).match(/^\/components\/schemas\/([^/]+)$/)?.[1] ?? '',
    encoding: encodingsOf(content),
    example: hasFields(mediaType) ? withFiles(content, schema, given) : withFile(mediaType, content, given),
    ...(value.invented.length > 0 && { invented: value.invented }),
    ...(value.removed.length > 0 && { removed: value.removed }),
    ...(doubt !== undefined && { doubt }),
    variables: variablesOf(schema),
  };
}

/** The content that is sent: the JSON content, or else the first. */
function chosenContent({ content }: RequestBodyObject): [string, MediaTypeObject] | undefined {
  const contents = Object.entries(content ?? {});
  return contents.find(([mediaType]) => isJson(mediaType)) ?? contents[0];
}

/** A media type in place of a range, which is only allowed in `Accept` (RFC 9110, section 8.3). */
function concreteType(range: string, schema: SchemaObject): string {
  const [type = '', subtype] = essence(range).split('/');
  if (subtype !== '*') return range;
  const rest = range.slice(range.indexOf('*', range.indexOf('/')) + 1);
  if (type === '*' || type === 'application') {
    if (isFile(schema)) return `application/octet-stream${rest}`;
    return (type === '*' && isText(schema) ? 'text/plain' : 'application/json') + rest;
  }
  return `${type}/${usual[type] ?? 'example'}${rest}`;
}

const usual: Readonly<Record<string, string>> = {
  audio: 'wav',
  image: 'png',
  multipart: 'form-data',
  text: 'plain',
};

function hasFields(mediaType: string): boolean {
  return essence(mediaType) === formType || mediaType.startsWith('multipart/');
}

/** A whole body that is a file. Any text is a `text/plain`, but the text of the sampler is not an image. */
function withFile(mediaType: string, content: MediaTypeObject, value: unknown): unknown {
  const { schema = {} } = content;
  if (givenExample(content, schema) !== undefined || !(isFile(schema) || isText(schema))) return value;
  if (isJson(mediaType) || (essence(mediaType).startsWith('text/') && !isFile(schema))) return value;
  const file = new SampleFile(mediaType);
  return isEncoded(schema) ? (file.base64 ?? file) : file;
}

/** The fields of a form, with files in place of invented texts, and with required files that the example lacks. */
function withFiles(content: MediaTypeObject, schema: SchemaObject, value: unknown): unknown {
  if (!isObject(value)) return value;
  const given = givenExample(content, schema);
  const properties = propertiesOf(schema);
  const files = Object.entries(properties).flatMap(([name, property]) => {
    const item = itemsOf(property) ?? property;
    const isGiven = givenExample({}, property) !== undefined || givenExample({}, item) !== undefined;
    const isAbsent = !Object.hasOwn(value, name) && !requiredOf(schema).includes(name);
    if (isGiven || isAbsent || (isObject(given) && Object.hasOwn(given, name))) return [];
    const type = content.encoding?.[name]?.contentType;
    const file = fileFor(item, type);
    if (file === undefined) return [];
    return [[name, item === property ? file : [file]] as const];
  });
  return { ...value, ...Object.fromEntries(files) };
}

function fileFor(schema: SchemaObject, contentType: string | undefined): unknown {
  const described = keywordOf(schema, 'contentMediaType');
  const type = contentType?.split(',')[0]?.trim() ?? described ?? 'application/octet-stream';
  const file = new SampleFile(concreteType(type, schema));
  if (isEncoded(schema)) return file.base64 ?? file;
  return isFile(schema) ? file : undefined;
}

/**
 * Whether a schema describes bytes: `format: binary` (OpenAPI 3.0), `contentMediaType` without `contentEncoding`
 * (3.1, section 4.8.14.2).
 */
export function isFile(schema: SchemaObject): boolean {
  if (isEncoded(schema)) return false;
  return keywordOf(schema, 'format') === 'binary' || keywordOf(schema, 'contentMediaType') !== undefined;
}

/** Whether a schema describes bytes as text: `format: byte` (OpenAPI 3.0), `contentEncoding: base64` (3.1). */
function isEncoded(schema: SchemaObject): boolean {
  return keywordOf(schema, 'format') === 'byte' || keywordOf(schema, 'contentEncoding') === 'base64';
}

function isText(schema: SchemaObject): boolean {
  return typesOf(schema).includes('string');
}

export function typesOf(schema: SchemaObject): string[] {
  const types = partsOf(schema).flatMap((part): unknown => Reflect.get(part, 'type'));
  return types.flat().filter((type) => typeof type === 'string');
}

function keywordOf(schema: SchemaObject, keyword: string): string | undefined {
  const values = partsOf(schema).map((part): unknown => Reflect.get(part, keyword));
  return values.find((value) => typeof value === 'string');
}

/** A schema with those that apply to the same value, or may apply to it. */
export function partsOf(schema: SchemaObject, found: SchemaObject[] = []): readonly SchemaObject[] {
  if (!isObject(schema) || found.includes(schema)) return found;
  found.push(schema);
  const lists: unknown[] = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => list ?? []);
  for (const part of lists.filter(isSchema)) partsOf(part, found);
  return found;
}

/** A schema may also be a boolean (JSON Schema Core, section 4.3.2). */
function isSchema(value: unknown): value is SchemaObject {
  return isObject(value);
}

/** The properties of a schema with those of its `allOf`. */
export function propertiesOf(schema: SchemaObject): Readonly<Record<string, SchemaObject>> {
  return Object.fromEntries(partsOf(schema).flatMap(({ properties }) => Object.entries(properties ?? {})));
}

function requiredOf(schema: SchemaObject): string[] {
  return partsOf(schema).flatMap(({ required }) => required ?? []);
}

/** The schema of the items of an array. */
export function itemsOf(schema: SchemaObject): SchemaObject | undefined {
  const found = partsOf(schema).map((part): unknown => Reflect.get(part, 'items'));
  return found.find(isSchema);
}

/** The Encoding Objects by property (OpenAPI 3.1, section 4.8.15), with the values of their headers. */
function encodingsOf({ encoding = {} }: MediaTypeObject): RequestBody['encoding'] {
  const entries = Object.entries(encoding).map(([name, { headers = {}, ...rest }]): [string, Encoding] => {
    const sent = Object.entries(headers)
      // "`Content-Type` is described separately and SHALL be ignored".
      .filter(([header]) => header.toLowerCase() !== 'content-type')
      .map(([header, part]): [string, string] => [
        header,
        toWrittenText(asWritten(toExample(part, part.schema ?? {}).value, [part])),
      ]);
    const { contentType, style, explode, allowReserved } = rest;
    return [
      name,
      {
        ...(contentType !== undefined && { contentType }),
        ...(style !== undefined && { style }),
        ...(explode !== undefined && { explode }),
        ...(allowReserved !== undefined && { allowReserved }),
        headers: sent,
      },
    ];
  });
  return Object.fromEntries(entries);
}

function variablesOf(schema: SchemaObject): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    const variable = stringExtension(property, 'x-variable');
    if (variable !== undefined) found[name] = variable;
  }
  return found;
}
