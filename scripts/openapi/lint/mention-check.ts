import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer, parsePointer } from '../../base/pointer.ts';
import type { Parameter } from '../../model/api.ts';
import type { Contract } from '../../model/contract.ts';
import { isJson } from '../../model/media-type.ts';
import { operationsOf } from '../../model/operations.ts';
import type { Spec } from '../../model/spec.ts';
import { toContract } from '../../model/to-contract.ts';
import { valuesOf } from '../../model/to-filters.ts';
import { toParameter } from '../../model/to-parameter.ts';
import type { Mention } from '../mentions/mention.ts';
import { propertiesOf, schemasAt } from '../mentions/schema-at.ts';

/** The problem of a mention in one sentence; undefined if the spec has what it names. */
export function wrongMention(
  mention: Mention,
  operations: ReadonlyMap<string, Surveyed>,
): string | undefined {
  if (mention.to === 'key') return unless(mention.keys, mention.name, 'not a key of `keys`');
  if (mention.to === 'operation') {
    return unless([...operations.keys()], mention.operation, 'not an operationId of this spec');
  }
  const operation = operations.get(mention.operation);
  // A missing operation or array is reported for its own mention.
  return operation && wrongIn(operation, mention);
}

function wrongIn(
  operation: Surveyed,
  mention: Exclude<Mention, { readonly to: 'key' | 'operation' }>,
): string | undefined {
  const { id, parameters, headers } = operation;
  switch (mention.to) {
    case 'query':
    case 'path': {
      const names = parameters.flatMap(({ name, in: place }) => (place === mention.to ? [name] : []));
      return unless(names, mention.name, `not a ${mention.to} parameter of ${id}`);
    }
    case 'header':
      return headers.includes(mention.name.toLowerCase())
        ? undefined
        : unless(headers, mention.name, `not a header that a success of ${id} describes`);
    case 'value':
      return wrongValue(operation, mention);
    case 'array':
      return wrongArray(operation, mention.pointer);
    case 'property':
      return wrongProperty(operation, mention);
  }
}

function wrongValue(
  { parameters }: Surveyed,
  { parameter: wanted, name }: Extract<Mention, { readonly to: 'value' }>,
): string | undefined {
  const parameter = parameters.find((one) => one.in === 'query' && one.name === wanted);
  const values = valuesOf(parameter);
  if (parameter === undefined || values.includes(`-${name}`)) return undefined;
  if (name !== undefined) {
    return values.length === 0
      ? undefined
      : unless(values, name, `not a value of the parameter \`${wanted}\``);
  }
  if (values.length > 0) return undefined;
  return `The values of \`${wanted}\` are not listed. Add to its schema an \`enum\`, or use another filter.`;
}

function wrongArray({ id, bodies }: Surveyed, pointer: string): string | undefined {
  if (schemasAt(bodies, joinPointer(pointer, 0)).length > 0) return undefined;
  return schemasAt(bodies, pointer).length > 0
    ? `\`${pointer}\` is not an array with described items in a success of ${id}.`
    : undescribed(bodies, pointer, `a success of ${id}`);
}

function wrongProperty(
  { id, bodies }: Surveyed,
  { each, pointer }: Extract<Mention, { readonly to: 'property' }>,
): string | undefined {
  const items = each === undefined ? bodies : schemasAt(bodies, joinPointer(each, 0));
  if ((each !== undefined && items.length === 0) || schemasAt(items, pointer).length > 0) return undefined;
  const where = each === undefined ? `a success of ${id}` : `an item of \`${each}\` of ${id}`;
  return undescribed(items, pointer, where);
}

function undescribed(schemas: readonly unknown[], pointer: string, where: string): string {
  const above = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const names = propertiesOf(schemasAt(schemas, above));
  const hint = didYouMean(parsePointer(pointer).at(-1) ?? '', names);
  return `No schema describes \`${pointer}\` in ${where}. Describe it there, or correct it.${hint}`;
}

function unless(known: readonly string[], name: string, what: string): string | undefined {
  return known.includes(name) ? undefined : `\`${name}\` is ${what}.${didYouMean(name, known)}`;
}

/** An operation's contract, and what it may refer to in this operation. */
export type Surveyed = {
  /** The operationId, or else `GET /path`. */
  readonly id: string;
  readonly contract: Contract;
  readonly parameters: readonly Parameter[];
  /** The schemas of its successes in JSON. */
  readonly bodies: readonly unknown[];
  /** The names of their headers, in lower case. */
  readonly headers: readonly string[];
};

/** All operations of the spec, with what their contracts may refer to. */
export function survey(spec: Spec): readonly Surveyed[] {
  return operationsOf(spec).map(({ operation, name, parameters: written }) => {
    const parameters = written.map((parameter) => toParameter(spec, parameter));
    const successes = Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
      /^2/.test(status) ? [response] : [],
    );
    return {
      id: operation.operationId ?? name,
      contract: toContract(spec, operation, parameters),
      parameters,
      bodies: successes.flatMap(({ content }) =>
        Object.entries(content ?? {}).flatMap(([type, { schema }]) => (isJson(type) ? [schema] : [])),
      ),
      headers: successes.flatMap(({ headers }) => Object.keys(headers ?? {}).map((key) => key.toLowerCase())),
    };
  });
}
