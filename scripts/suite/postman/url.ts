import type { Outgoing, Sent } from '../../cases/case.ts';
import type { Operation, Parameter } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { describeParameter } from './description.ts';
import type { QueryParam, Url } from './format.ts';
import { toSimple, toText, withoutVariables } from './value-text.ts';

/** The URL of a request. The base URL and the caller's values are variables, other path parameters path variables. */
export function toUrl(operation: Operation, { parameters }: Outgoing): Url {
  const inPath = parameters.filter(({ parameter }) => parameter.in === 'path');
  const segments = operation.path.split('/').filter((segment) => segment !== '');
  const path = segments.map((segment) => toSegment(segment, inPath));
  const query = parameters.filter(({ parameter }) => parameter.in === 'query').flatMap(toQuery);
  const variable = inPath
    .filter(({ parameter }) => path.includes(`:${parameter.name}`))
    .map(({ parameter, value }) => ({
      key: parameter.name,
      value: toSimple(parameter, value, encodeURIComponent),
      description: describeParameter(parameter),
    }));
  return { host: [`{{${operation.base}}}`], path, query, variable };
}

/** `{id}` alone in a segment becomes `:id`, or its value if that is a Postman variable. */
function toSegment(segment: string, inPath: Outgoing['parameters']): string {
  const whole = inPath.find(({ parameter }) => segment === `{${parameter.name}}`);
  if (whole !== undefined)
    return whole.value instanceof Placeholder ? String(whole.value) : `:${whole.parameter.name}`;
  // A brace outside a parameter must not be next to the braces of a variable.
  const pieces = segment.split(/(\{[^{}]*\})/).map((piece) => {
    const sent = inPath.find(({ parameter }) => piece === `{${parameter.name}}`);
    return sent === undefined
      ? piece.replace(/[{}]/g, encodeURIComponent)
      : toSimple(sent.parameter, sent.value, encodeURIComponent);
  });
  return pieces.join('');
}

/** A query parameter (OpenAPI 3.1, section 4.8.12.3) as entries of a Postman URL. */
function toQuery({ parameter, value, disabled }: Sent): QueryParam[] {
  return pairsOf(parameter, value).map(([key, text]) => ({
    key: withoutVariables(key, '%7B'),
    value: value instanceof Placeholder ? text : escapeValue(text),
    description: describeParameter(parameter),
    ...(disabled && { disabled }),
  }));
}

/** The delimiters of an array in one entry, by style. */
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

/** Escapes the characters that Postman and newman would send as they are. They escape the others. */
function escapeValue(text: string): string {
  const escaped = text.replace(/[%+&#]/g, (character) => encodeURIComponent(character));
  return withoutVariables(escaped, '%7B');
}
