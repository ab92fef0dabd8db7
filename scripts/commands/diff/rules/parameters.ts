import type { Parameter } from '../../../model/api.ts';
import type { Located } from '../../../model/operations.ts';
import type { ParameterObject, Spec } from '../../../model/spec.ts';
import { toParameter } from '../../../model/to-parameter.ts';
import { ownProvenanceChange } from './annotations.ts';
import { compareContract } from './contract.ts';
import {
  type FoundChange,
  type KeyChange,
  type Pair,
  placeOf,
  plainChange,
  sayRows,
} from './found-change.ts';
import { compareSchemas } from './schema.ts';
import { createIsNew, joinPath, type SchemaContext } from './schema-context.ts';
import { type Serialization, serialization } from './serialization.ts';

type Known = { readonly object: ParameterObject; readonly parameter: Parameter };

/** Compares Parameter Objects (OpenAPI 3.1, section 4.8.12); path parameters are matched by position. */
export function compareParameters(specs: Pair<Spec>, operations: Pair<Located>): FoundChange[] {
  const base = byKey(specs.base, operations.base);
  const revision = byKey(specs.revision, operations.revision);
  const gone = [...base].filter(([key]) => !revision.has(key));
  return [
    ...gone.map(([, { object }]) =>
      plainChange(`the parameter \`${object.name}\` is gone`, true, placeOf(specs, { base: object })),
    ),
    ...[...revision].flatMap(([key, now]) => {
      const before = base.get(key);
      return before === undefined
        ? [added(specs, now)]
        : compareParameter(specs, { base: before, revision: now });
    }),
  ];
}

/** Header parameters of these names "SHALL be ignored" (section 4.8.12.2). */
const ignored = ['accept', 'content-type', 'authorization'];

function byKey(spec: Spec, { parameters, name }: Located): ReadonlyMap<string, Known> {
  const inPath = [...name.matchAll(/\{([^}]*)\}/g)].map(([, parameter]) => parameter);
  const keyOf = ({ in: place, name: own }: ParameterObject): string => {
    if (place === 'path') return `path ${inPath.indexOf(own)}`;
    return `${place} ${place === 'header' ? own.toLowerCase() : own}`;
  };
  const sent = parameters.filter(
    (object) => object.in !== 'header' || !ignored.includes(object.name.toLowerCase()),
  );
  return new Map(sent.map((object) => [keyOf(object), { object, parameter: toParameter(spec, object) }]));
}

function added(specs: Pair<Spec>, { object, parameter: { name, required } }: Known): FoundChange {
  const text = `new ${required ? 'required' : 'optional'} parameter \`${name}\``;
  return plainChange(text, required, placeOf(specs, { revision: object }));
}

/** Changes to a parameter besides its schema. */
function rowsOf(base: Known, revision: Known): KeyChange[] {
  const [before, now] = [base.parameter, revision.parameter];
  const [wasEmpty, isEmpty] = [base, revision].map(mayBeEmpty);
  const name = `\`${now.name}\``;
  return [
    before.required !== now.required && [
      'required',
      `${name} ${now.required ? 'is now required' : 'may now be left out'}`,
      now.required,
    ],
    wasEmpty !== isEmpty && [
      'allowEmptyValue',
      `${name} ${isEmpty ? 'may now be empty' : 'may no longer be empty'}`,
      wasEmpty === true,
    ],
    before.deprecated !== now.deprecated && [
      'deprecated',
      `${name} is ${now.deprecated ? 'now' : 'no longer'} deprecated`,
      false,
    ],
    ...serialization(name, toSerialization(base), toSerialization(revision)),
  ];
}

/** `allowEmptyValue` "is valid only for `query` parameters" (section 4.8.12.2). */
function mayBeEmpty({ object }: Known): boolean {
  return object.in === 'query' && object.allowEmptyValue === true;
}

function toSerialization({ object, parameter }: Known): Serialization {
  return { ...parameter, mediaType: Object.keys(object.content ?? {})[0] };
}

function compareParameter(specs: Pair<Spec>, { base, revision }: Pair<Known>): FoundChange[] {
  const { name } = revision.parameter;
  const at: SchemaContext = {
    ...{ specs, side: 'request', path: '', isNew: createIsNew() },
    holder: { whole: `\`${name}\``, of: (path) => `\`${joinPath(name, path)}\`` },
  };
  const objects = { base: base.object, revision: revision.object };
  const known = ownProvenanceChange(at, objects);
  return [
    ...sayRows(specs, objects, [
      ...rowsOf(base, revision),
      known !== undefined && ['x-provenance', `\`${name}\` ${known}`, false],
    ]),
    ...compareSchemas({ base: [base.parameter.schema], revision: [revision.parameter.schema] }, at),
    ...compareContract(specs, objects, `of \`${name}\``),
  ];
}
