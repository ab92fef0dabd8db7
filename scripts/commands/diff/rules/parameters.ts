import type { Parameter } from '../../../model/api.ts';
import type { Located } from '../../../model/operations.ts';
import type { ParameterObject, Spec } from '../../../model/spec.ts';
import { toParameter } from '../../../model/to-parameter.ts';
import { provenanceRow } from './annotations.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, keyChanges, placeOf, plainChange, requiredRow } from './found-change.ts';
import { lifecycleRows, removal, type Specs } from './lifecycle.ts';
import { both, compareByKey, type Pair } from './pair.ts';
import { compareSchemas } from './schema.ts';
import { contextOf, named } from './schema-context.ts';
import { type Serialization, serialization } from './serialization.ts';

type Known = { readonly object: ParameterObject; readonly parameter: Parameter };

/** Compares Parameter Objects (OpenAPI 3.1, section 4.8.12); path parameters are matched by position. */
export function compareParameters(specs: Specs, located: Pair<Located>): FoundChange[] {
  const keyed = { base: byKey(specs.base, located.base), revision: byKey(specs.revision, located.revision) };
  return compareByKey(keyed, {
    gone: ({ object }) => {
      const { rule, text } = removal(specs, 'parameter', `the parameter \`${object.name}\` is gone`, object);
      return plainChange(rule, text, placeOf(specs, { base: object }));
    },
    added: ({ object, parameter: { name, required } }) => {
      const text = `new ${required ? 'required' : 'optional'} parameter \`${name}\``;
      const rule = required ? 'parameter-added-required' : 'parameter-added';
      return plainChange(rule, text, placeOf(specs, { revision: object }));
    },
    changed: (pair) => compareParameter(specs, pair),
  });
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

function compareParameter(specs: Specs, pair: Pair<Known>): FoundChange[] {
  const objects = both(pair, ({ object }) => object);
  const parameters = both(pair, ({ parameter }) => parameter);
  const schemas = both(parameters, ({ schema }) => [schema]);
  const holder = named(parameters.revision.name);
  const { base: wasEmpty, revision: isEmpty } = both(objects, mayBeEmpty);
  const mayBe = isEmpty ? 'may now be empty' : 'may no longer be empty';
  const { base: before, revision: now } = both(pair, toSerialization);
  return [
    ...keyChanges(specs, objects, [
      requiredRow(holder.whole, 'request', 'parameter', parameters),
      isEmpty !== wasEmpty && [
        'allowEmptyValue',
        `${holder.whole} ${mayBe}`,
        wasEmpty ? 'parameter-empty-refused' : 'parameter-empty-allowed',
      ],
      ...lifecycleRows(specs, 'parameter', holder.whole, objects),
      ...serialization(holder.whole, before, now),
      provenanceRow(specs, objects, holder.whole),
    ]),
    ...compareSchemas(schemas, contextOf(specs, 'request', holder)),
    ...compareContract(specs, objects, `of ${holder.whole}`),
  ];
}

/** `allowEmptyValue` "is valid only for `query` parameters" (section 4.8.12.2). */
function mayBeEmpty(object: ParameterObject): boolean {
  return object.in === 'query' && object.allowEmptyValue === true;
}

function toSerialization({ object, parameter }: Known): Serialization {
  return { ...parameter, mediaType: Object.keys(object.content ?? {})[0] };
}
