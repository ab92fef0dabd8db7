import { isObject } from '../../../base/read.ts';
import { markerVariable } from '../../../model/reserved-names.ts';
import type { GeneratedFile } from '../../../suite/postman/files.ts';
import { type Data, objectsOf, textOf } from './data.ts';
import { mapParts } from './parts.ts';

/** Postman's word for either is "element". */
export type FileKind = 'collection' | 'environment';

/** A generated collection or environment, in the form that is sent. */
export type Generated = {
  readonly kind: FileKind;
  /** The id of the file, which never changes. */
  readonly id: string;
  readonly name: string;
  readonly content: Data;
  /** The names of the variables whose values are never shown. */
  readonly secrets: ReadonlySet<string>;
};

type WithoutSecrets = Omit<Generated, 'secrets'>;

/**
 * Reads a generated file back.
 * @param secretNames the names of secret variables: variables of a collection do not say that they are secret
 */
export function toGenerated({ text }: GeneratedFile, secretNames: ReadonlySet<string>): Generated {
  const data: unknown = JSON.parse(text);
  const file = isObject(data) ? data : {};
  const generated = isObject(file.info) ? toCollection(file, file.info) : toEnvironment(file);
  const keys = variablesOf(generated.kind, generated.content).map(({ key }) => textOf(key));
  return { ...generated, secrets: new Set(keys.filter((key) => secretNames.has(key))) };
}

/**
 * Without ids, which Postman assigns, and without what it does not return: the version, and the descriptions and types
 * of variables (postman-api-sdk-ts, CollectionVariableInfo).
 */
function toCollection(file: Data, { _postman_id, name, description, schema }: Data): WithoutSecrets {
  const id = textOf(_postman_id);
  const variables = objectsOf(file.variable).map(({ key, value }) => ({ key, value }));
  const bare = mapParts(file, ({ id: _, ...part }) => part);
  const content = {
    ...bare,
    info: { name, description, schema },
    variable: [...variables, { key: markerVariable, value: id, disabled: true }],
  };
  return { kind: 'collection', id, name: textOf(name), content };
}

/** No secret is sent: people fill them in, in Postman. */
function toEnvironment({ id: fileId, name, values }: Data): WithoutSecrets {
  const id = textOf(fileId);
  const variables = objectsOf(values).map((variable) =>
    variable.type === 'secret' ? { ...variable, value: '' } : variable,
  );
  const marker = { key: markerVariable, value: id, type: 'default', enabled: false };
  const content = { name, values: [...variables, marker] };
  return { kind: 'environment', id, name: textOf(name), content };
}

/** The variables of a collection, or of an environment. */
export function variablesOf(kind: FileKind, content: Data): Data[] {
  return objectsOf(kind === 'collection' ? content.variable : content.values);
}
