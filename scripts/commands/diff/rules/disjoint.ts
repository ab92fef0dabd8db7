import { isObject } from '../../../base/read.ts';
import { schemasForOther } from './other-properties.ts';
import { type Parts, partsOf, type SchemaPart, valuesOf } from './parts.ts';
import { enumOf, typesOf } from './values.ts';

/** Whether no value can match both, as far as types, values, and distinguishing properties show. */
export function areDisjoint(a: SchemaPart, b: SchemaPart): boolean {
  const [left, right] = [partsOf([a]), partsOf([b])];
  return shareNothing(left, right) || areDistinguished(left, right) || areDistinguished(right, left);
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

/** Whether the first requires a property that the second can't have, or not with those values. */
function areDistinguished(left: Parts, right: Parts): boolean {
  if (String(typesOf(left)) !== 'object') return false;
  return valuesOf(left, 'required')
    .flat()
    .some((name) => {
      const [own, other] = [left, right].map((parts) => propertyOf(parts, String(name)));
      if (other === undefined) return isForbidden(right, String(name));
      return own !== undefined && shareNothing(own, other);
    });
}

/** Whether a closed part does not name the property. */
function isForbidden(parts: Parts, name: string): boolean {
  return schemasForOther(parts, 'properties', name).includes(false);
}

function propertyOf(parts: Parts, name: string): Parts | undefined {
  const schemas = valuesOf(parts, 'properties').flatMap((properties) =>
    isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
  );
  return schemas.length === 0 ? undefined : partsOf(schemas);
}
