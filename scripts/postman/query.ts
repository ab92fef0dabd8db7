import type { Sent } from '../cases/case.ts';
import { describeParameter } from './description.ts';
import type { QueryParam } from './format.ts';
import { toText } from './text.ts';

/** A query parameter (OpenAPI 3.1, style `form`, or `deepObject` for objects) as entries of a Postman URL. */
export function toQuery({ parameter, value, disabled }: Sent): QueryParam[] {
  return pairsOf(parameter.name, value, parameter.explode).map(([key, text]) => ({
    key,
    value: escapeValue(text),
    description: describeParameter(parameter),
    ...(disabled && { disabled }),
  }));
}

function pairsOf(name: string, value: unknown, explode: boolean): (readonly [string, string])[] {
  if (Array.isArray(value)) {
    return explode
      ? value.map((item) => [name, toText(item)] as const)
      : [[name, value.map(toText).join(',')]];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, item]) => [`${name}[${key}]`, toText(item)] as const);
  }
  return [[name, toText(value)]];
}

/** Postman and newman escape the rest when they send; these they would send as they are. */
function escapeValue(text: string): string {
  return text.replace(/[%+&#]/g, (character) => encodeURIComponent(character));
}
