import type { Sent } from '../../cases/case.ts';
import type { Parameter } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { describeParameter } from './description.ts';
import type { QueryParam } from './format.ts';
import { toText, withoutVariables } from './value-text.ts';

/** A query parameter (OpenAPI 3.1, section 4.8.12.3) as entries of a Postman URL. */
export function toQuery({ parameter, value, disabled }: Sent): QueryParam[] {
  return pairsOf(parameter, value).map(([key, text]) => ({
    key: withoutVariables(key, '%7B'),
    value: value instanceof Placeholder ? text : escapeValue(text),
    description: describeParameter(parameter),
    ...(disabled && { disabled }),
  }));
}

/** Between the values of an array that stands in one entry. */
const delimiters: Readonly<Record<string, string>> = { pipeDelimited: '|', spaceDelimited: ' ' };

function pairsOf({ name, explode, style }: Parameter, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) {
    return explode
      ? value.map((item) => [name, toText(item)] as const)
      : [[name, value.map(toText).join(delimiters[style] ?? ',')]];
  }
  if (typeof value !== 'object' || value === null || value instanceof Placeholder)
    return [[name, toText(value)]];
  const entries = Object.entries(value).map(([key, item]) => [key, toText(item)] as const);
  if (style === 'deepObject') return entries.map(([key, text]) => [`${name}[${key}]`, text] as const);
  return explode ? entries : [[name, entries.flat().join(delimiters[style] ?? ',')]];
}

/** Postman and newman escape the rest when they send; these they would send as they are. */
function escapeValue(text: string): string {
  const escaped = text.replace(/[%+&#]/g, (character) => encodeURIComponent(character));
  return withoutVariables(escaped, '%7B');
}
