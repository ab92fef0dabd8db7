import { Placeholder } from '../model/placeholder.ts';
import { toJson, WrittenNumber } from '../model/written-number.ts';
import type { Case, Credentials, Outgoing } from './case.ts';
import { plain } from './outgoing.ts';

/** The differences between a request and the plain one of its operation, each in a few words. */
export function requestDifferences({ operation, outgoing }: Pick<Case, 'operation' | 'outgoing'>): string[] {
  const usual = plain(operation);
  const before = new Map(usual.parameters.map(({ parameter, value }) => [parameter, value]));
  const sent = new Set(outgoing.parameters.map(({ parameter }) => parameter));
  return [
    ...(outgoing.method === undefined ? [] : [`${outgoing.method} instead of ${operation.method}`]),
    ...outgoing.parameters
      .filter(({ parameter, value }) => !before.has(parameter) || !isSame(before.get(parameter), value))
      .map(({ parameter, value }) => `${parameter.name}=${brief(value)}`),
    ...[...before.keys()].filter((parameter) => !sent.has(parameter)).map(({ name }) => `no ${name}`),
    ...(outgoing.credentials === 'given' ? [] : [tokens[outgoing.credentials]]),
    ...bodyDifferences(outgoing, usual),
  ];
}

function isSame(before: unknown, value: unknown): boolean {
  const isText = value instanceof Placeholder || value instanceof WrittenNumber;
  return before === value || (isText && String(before) === String(value));
}

const tokens: Readonly<Record<Exclude<Credentials, 'given'>, string>> = {
  none: 'no token',
  malformed: 'a malformed token',
  wrong: 'a wrong token',
  elsewhere: "another region's token",
};

function bodyDifferences({ body, rawBody }: Outgoing, usual: Outgoing): string[] {
  if (rawBody !== undefined) return [rawBody === '' ? 'an empty body' : `body ${rawBody}`];
  if (toJson(body) === toJson(usual.body)) return [];
  return [body === undefined ? 'no body' : `body ${brief(body)}`];
}

const longest = 60;

function brief(value: unknown): string {
  const text = typeof value === 'string' || value instanceof Placeholder ? String(value) : toJson(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
