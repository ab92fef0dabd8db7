import type { Parameter } from '../model/api.ts';
import type { Located } from '../model/operations.ts';
import type { ParameterObject, Spec } from '../model/spec.ts';
import { toParameter } from '../model/to-parameter.ts';
import { provenance } from './annotations.ts';
import { type At, createIsNew, joinPath } from './at.ts';
import { compareContract } from './contract.ts';
import { type Found, keyPlace, type Pair, placeOf, say } from './found.ts';
import { partsOf } from './parts.ts';
import { compareSchemas } from './schema.ts';
import { typesOf } from './values.ts';

type Known = { readonly object: ParameterObject; readonly parameter: Parameter };

/** Parameter Objects (OpenAPI 3.1, section 4.8.12), those of the path by their place in it. */
export function compareParameters(specs: Pair<Spec>, operations: Pair<Located>): Found[] {
  const base = byKey(specs.base, operations.base);
  const revision = byKey(specs.revision, operations.revision);
  const gone = [...base].filter(([key]) => !revision.has(key));
  return [
    ...gone.map(([, { object }]) =>
      say(`the parameter \`${object.name}\` is gone`, true, placeOf(specs, { base: object })),
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

function added(specs: Pair<Spec>, { object, parameter: { name, required } }: Known): Found {
  const text = `new ${required ? 'required' : 'optional'} parameter \`${name}\``;
  return say(text, required, placeOf(specs, { revision: object }));
}

type Facet = readonly [key: string, text: string, breaking: boolean];

/** What a parameter says beside its schema, where it says otherwise now. */
function facets(before: Parameter, now: Parameter): Facet[] {
  const all: readonly (Facet | false)[] = [
    before.required !== now.required && [
      'required',
      now.required ? 'is now required' : 'may now be left out',
      now.required,
    ],
    before.style !== now.style && [
      'style',
      `has the style \`${now.style}\` instead of \`${before.style}\``,
      true,
    ],
    before.style === now.style &&
      before.explode !== now.explode &&
      [before, now].some(({ schema }) => hasMembers(schema)) && [
        'explode',
        now.explode ? 'now stands there once for each value' : 'now holds all its values at once',
        true,
      ],
    before.allowReserved !== now.allowReserved && [
      'allowReserved',
      `${now.allowReserved ? 'now' : 'no longer'} takes reserved characters as they are`,
      !now.allowReserved,
    ],
    before.deprecated !== now.deprecated && [
      'deprecated',
      `is ${now.deprecated ? 'now' : 'no longer'} deprecated`,
      false,
    ],
  ];
  return all.filter((facet) => facet !== false);
}

function hasMembers(schema: unknown): boolean {
  const types = typesOf(partsOf([schema]));
  return types === undefined || types.includes('array') || types.includes('object');
}

function compareParameter(specs: Pair<Spec>, { base, revision }: Pair<Known>): Found[] {
  const { name } = revision.parameter;
  const at: At = {
    ...{ specs, side: 'request', path: '', isNew: createIsNew() },
    holder: { whole: `\`${name}\``, of: (path) => `\`${joinPath(name, path)}\`` },
  };
  const objects = { base: base.object, revision: revision.object };
  const known = provenance(at, objects);
  return [
    ...facets(base.parameter, revision.parameter).map(([key, text, breaking]) =>
      say(`\`${name}\` ${text}`, breaking, keyPlace(specs, objects, key)),
    ),
    ...(known === undefined
      ? []
      : [say(`\`${name}\` ${known}`, false, keyPlace(specs, objects, 'x-provenance'))]),
    ...compareSchemas({ base: [base.parameter.schema], revision: [revision.parameter.schema] }, at),
    ...compareContract(specs, objects, `of \`${name}\``),
  ];
}
