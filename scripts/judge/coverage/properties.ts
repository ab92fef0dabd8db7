import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { Response } from '../../model/api.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { tokenOf } from '../../model/value-class.ts';
import { type CoverageKind, toItem } from './item.ts';
import { whyNoAnswer } from './responses.ts';

/** Properties that the schemas of successes name, seen in an answer. */
export const properties: CoverageKind = (operation, evidence) =>
  operation.responses.filter(isSuccess).flatMap((response) => {
    const answers = evidence.answers(operation, response);
    const came = answers.length > 0;
    return documentedPaths(response).map((path) =>
      toItem(isIn(answers, path), () => ({
        operationId: operation.id,
        what: 'property',
        name: path,
        status: response.status,
        reason: came ? whyUnseen(answers, path) : whyNoAnswer(operation, response, evidence),
      })),
    );
  });

function isSuccess({ status }: Response): boolean {
  return status.startsWith('2');
}

function documentedPaths({ contents }: Response): string[] {
  return [...new Set(contents.flatMap(({ form }) => pathsOf(form)))];
}

function isIn(answers: readonly CaseResult[], path: string): boolean {
  return answers.some(({ shape }) => shape?.[path] !== undefined);
}

function whyUnseen(answers: readonly CaseResult[], path: string): string {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const isThere = answers.some(({ shape }) => (shape?.[parent]?.objects ?? 0) > 0);
  return isThere ? 'no answer has it' : 'no answer has what it is part of';
}

/**
 * The paths of all properties that a schema names, as they stand in a shape. A schema that is used several times is
 * followed at its first, shallowest place only: that ends recursion, and counts what is written once only once.
 */
export function pathsOf(schema: unknown): string[] {
  const paths = new Set<string>();
  const followed = new Set<object>();
  let level: readonly Step[] = [['', schema]];
  while (level.length > 0) {
    const open = level.filter(([, one]) => isObject(one) && !followed.has(one));
    level = open.flatMap(([path, one]) => {
      if (!isObject(one) || followed.has(one)) return [];
      followed.add(one);
      const properties = propertiesOf(path, one);
      for (const [name] of properties) paths.add(name);
      return [...properties, ...partsOf(path, one), ...itemsOf(path, one)];
    });
  }
  return [...paths];
}

type Step = readonly [path: string, schema: unknown];

type Keywords = Readonly<Record<string, unknown>>;

/** What is only ever sent is in no answer. */
function propertiesOf(path: string, { properties }: Keywords): Step[] {
  if (!isObject(properties)) return [];
  return Object.entries(properties)
    .filter(([, schema]) => !(isObject(schema) && schema.writeOnly === true))
    .map(([name, schema]) => [joinPointer(path, tokenOf(name)), schema] as const);
}

/** Schemas that apply to the same value. */
function partsOf(path: string, schema: Keywords): Step[] {
  const lists = [schema.allOf, schema.anyOf, schema.oneOf];
  const parts = [...lists.flatMap(listIn), schema.if, schema.then, schema.else];
  return parts.map((part) => [path, part] as const);
}

function itemsOf(path: string, { items, prefixItems }: Keywords): Step[] {
  return [items, ...listIn(prefixItems)].map((item) => [`${path}/*`, item] as const);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
