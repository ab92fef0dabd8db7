import type { Outgoing } from '../cases/case.ts';
import type { Operation } from '../model/api.ts';
import { describeParameter } from './description.ts';
import type { Url } from './format.ts';
import { toQuery } from './query.ts';
import { toSimple } from './simple.ts';
import { toText } from './text.ts';

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
  if (whole !== undefined) return isVariable(whole.value) ? toText(whole.value) : `:${whole.parameter.name}`;
  return inPath.reduce((text, { parameter, value }) => {
    const written = isVariable(value) ? toText(value) : toSimple(parameter, value, encodeURIComponent);
    return text.replaceAll(`{${parameter.name}}`, written);
  }, segment);
}

function isVariable(value: unknown): boolean {
  return typeof value === 'string' && /^\{\{.+\}\}$/.test(value);
}
