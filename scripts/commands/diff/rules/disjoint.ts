import { isObject } from '../../../base/read.ts';
import { saidOfOthers } from './other-properties.ts';
import { type Parts, partsOf, type SchemaPart, valuesOf } from './parts.ts';
import { enumOf, typesOf } from './values.ts';

/** Whether nothing can match both, as far as types, values, and properties by which objects are told apart show. */
export function areDisjoint(a: SchemaPart, b: SchemaPart): boolean {
  const [left, right] = [partsOf([a]), partsOf([b])];
  return shareNothing(left, right) || areToldApart(left, right) || areToldApart(right, left);
}

function shareNothing(left: Parts, right: Parts): boolean {
  const [values, others] = [enumOf(left), enumOf(right)];
  if (values && others) return [...values.keys()].every((key) => !others.has(key));
  const [types, otherTypes] = [typesOf(left), typesOf(right)].map((all) => all?.map(toNumber));
  return types !== undefined && otherTypes !== undefined && !types.some((type) => otherTypes.includes(type));
}

/** An integer is a number, too. */
function toNumber(type: string): string {
  return type === 'integer' ? 'number' : type;
}

/** By a property that the first must have, and that the second can't have, or not with those values. */
function areToldApart(left: Parts, right: Parts): boolean {
  if (String(typesOf(left)) !== 'object') return false;
  return valuesOf(left, 'required')
    .flat()
    .some((name) => {
      const [own, other] = [left, right].map((parts) => propertyOf(parts, String(name)));
      if (other === undefined) return isForbidden(right, String(name));
      return own !== undefined && shareNothing(own, other);
    });
}

/** By a part that is closed, and does not name it. */
function isForbidden(parts: Parts, name: string): boolean {
  return saidOfOthers(parts, 'properties', name).includes(false);
}

function propertyOf(parts: Parts, name: string): Parts | undefined {
  const schemas = valuesOf(parts, 'properties').flatMap((properties) =>
    isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
  );
  return schemas.length === 0 ? undefined : partsOf(schemas);
}
