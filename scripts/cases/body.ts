import { isObject } from '../base/read.ts';
import { isJson } from '../model/media-type.ts';
import type { SchemaObject } from '../model/spec.ts';
import type { CaseKind, Draft, Outgoing } from './case.ts';
import { flat, invalidValues } from './invalid-values.ts';
import { plain } from './outgoing.ts';
import { invalidStatuses } from './statuses.ts';

/** The server must refuse a JSON body that lacks a required property, has one of the wrong type, is empty or is broken. */
export const body: CaseKind = (operation) => {
  const statuses = invalidStatuses(operation);
  if (statuses.length === 0 || operation.body === undefined || !isJson(operation.body.mediaType)) return [];
  const { pointer, required } = operation.body;
  const schema = flat(operation.body.schema);
  const outgoing = plain(operation);
  const draft = (id: string, words: string, why: string, changed: Partial<Outgoing>): Draft => ({
    id: `body-${id}`,
    name: `${operation.summary}: ${statuses.join(' or ')} for a body ${words}`,
    why,
    outgoing: { ...outgoing, ...changed },
    statuses,
    clause: `${pointer} ${id}`,
  });
  const value = isObject(outgoing.body) ? outgoing.body : {};
  // A `readOnly` property is not part of a request (OpenAPI 3.1, section 4.8.24).
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) => name in value && property.readOnly !== true,
  );
  const names = properties.map(([name]) => name).filter((name) => schema.required?.includes(name));
  return [
    ...names.map((name) =>
      draft(`without-${name}`, `without ${name}`, `\`${name}\` is required in the body.`, {
        body: Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)),
      }),
    ),
    ...properties.flatMap(([name, property]) => {
      const wrong = { 'wrong-type': ofAnotherType(property), malformed: malformed(property) };
      return Object.entries(wrong).flatMap(([kind, item]) => {
        if (item === undefined) return [];
        const why = `\`${name}\` is invalid: ${JSON.stringify(item)}.`;
        const words = `with ${name} ${kind.replace('-', ' ')}`;
        return [draft(`${kind}-${name}`, words, why, { body: { ...value, [name]: item } })];
      });
    }),
    ...(required ? [draft('empty', 'that is empty', 'A body is required.', { rawBody: '' })] : []),
    draft('broken', 'that is not JSON', 'The body is not JSON: it ends too early.', { rawBody: '{"' }),
  ];
};

/** A value of the right type in the wrong form, if the schema requires a form. */
function malformed(property: SchemaObject): string | undefined {
  return invalidValues(property).find(({ name }) => name === 'malformed' || name === 'outside-enum')?.value;
}

function ofAnotherType({ type, allOf }: SchemaObject): unknown {
  const types = [type ?? allOf?.map((part) => part.type) ?? []].flat(2);
  if (types.length === 0) return undefined;
  return types.includes('object') ? ['not', 'an', 'object'] : { not: 'of this type' };
}
