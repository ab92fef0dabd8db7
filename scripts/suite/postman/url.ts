import type { Outgoing, Sent } from '../../cases/case.ts';
import type { Operation } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { furtherCredentials } from './auth.ts';
import { describeParameter } from './description.ts';
import type { PostmanVariable, QueryParam, Url } from './format.ts';
import { toExpansion, toPairs } from './serialize.ts';

/** The URL of a request. The base URL and the caller's values are variables, other path parameters path variables. */
export function toUrl(operation: Operation, { parameters, credentials }: Outgoing): Url {
  const inPath = parameters.filter(({ parameter }) => parameter.in === 'path');
  const segments = operation.path.replace(/^\//, '').split('/');
  const variable = inPath.filter((sent) => isPathVariable(sent, segments)).map(toPathVariable);
  const path = segments.map((segment) => toSegment(segment, inPath, variable));
  const query = parameters.filter(({ parameter }) => parameter.in === 'query').flatMap(toQuery);
  const keys = furtherCredentials(operation.auth, credentials)
    .filter(({ in: place }) => place === 'query')
    .map(({ key, value }) => ({ key, value }));
  return { host: [`{{${operation.base}}}`], path, query: [...query, ...keys], variable };
}

/**
 * Whether a parameter that is alone in its segment becomes a path variable of Postman. That has a value and a name
 * without a dot, where Postman would end the name. Another segment that looks like it must stay as it is.
 */
function isPathVariable({ parameter, value }: Sent, segments: readonly string[]): boolean {
  const { name } = parameter;
  const isWritten = !(value instanceof Placeholder) && toExpansion(parameter, value) !== '';
  const isMistaken = segments.some((segment) => segment === `:${name}` || segment.startsWith(`:${name}.`));
  // Postman would replace other segments with the value of a variable `null`.
  return (
    isWritten && /^(?!null$)[\p{L}\p{N}_-]+$/u.test(name) && segments.includes(`{${name}}`) && !isMistaken
  );
}

function toPathVariable({ parameter, value }: Sent): PostmanVariable {
  return {
    key: parameter.name,
    value: toExpansion(parameter, value),
    description: describeParameter(parameter),
  };
}

/** `{id}` alone in a segment becomes `:id`; in any other segment the values are in their places. */
function toSegment(
  segment: string,
  inPath: Outgoing['parameters'],
  variables: readonly PostmanVariable[],
): string {
  const variable = variables.find(({ key }) => segment === `{${key}}`);
  if (variable !== undefined) return `:${variable.key}`;
  const pieces = segment.split(/(\{[^{}]*\})/).map((piece) => {
    const sent = inPath.find(({ parameter }) => piece === `{${parameter.name}}`);
    return sent === undefined ? escapeLiteral(piece) : toExpansion(sent.parameter, sent.value);
  });
  return pieces.join('');
}

/** Escapes what can't be in a path as it is (RFC 3986, section 3.3). What is escaped already stays. */
function escapeLiteral(text: string): string {
  return text.replace(/%(?![\dA-F]{2})|[^\w.~!$&'()*+,;=:@%-]/giu, (character) =>
    encodeURIComponent(Buffer.from(character).toString()),
  );
}

/** A query parameter (OpenAPI 3.1, section 4.8.12.3) as entries of a Postman URL. */
function toQuery({ parameter, value, disabled }: Sent): QueryParam[] {
  return toPairs(parameter, value).map(([key, text]) => ({
    key,
    value: text,
    description: describeParameter(parameter),
    ...(disabled && { disabled }),
  }));
}
