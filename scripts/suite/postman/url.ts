import type { Outgoing } from '../../cases/case.ts';
import type { Operation } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { describeParameter } from './description.ts';
import type { Url } from './format.ts';
import { toQuery } from './query.ts';
import { toSimple } from './simple-style.ts';

/** The URL of a request: base and own values as variables, other parts of the path as path variables. */
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

/** `{id}` alone in a segment becomes `:id`, or the value itself where it is a variable of Postman's. */
function toSegment(segment: string, inPath: Outgoing['parameters']): string {
  const whole = inPath.find(({ parameter }) => segment === `{${parameter.name}}`);
  if (whole !== undefined)
    return whole.value instanceof Placeholder ? String(whole.value) : `:${whole.parameter.name}`;
  // A brace that belongs to no parameter must not come to stand beside one of a variable.
  const pieces = segment.split(/(\{[^{}]*\})/).map((piece) => {
    const sent = inPath.find(({ parameter }) => piece === `{${parameter.name}}`);
    return sent === undefined
      ? piece.replace(/[{}]/g, encodeURIComponent)
      : toSimple(sent.parameter, sent.value, encodeURIComponent);
  });
  return pieces.join('');
}
