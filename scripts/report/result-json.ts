import { jsonText } from '../base/json-text.ts';
import { isObject } from '../base/read.ts';
import { checks, type Outcome } from '../model/outcome.ts';
import schema from '../model/result.schema.json' with { type: 'json' };
import type { RunResult } from '../model/run-result.ts';

/** The program that wrote a file. */
export type Creator = { readonly name: string; readonly version: string };

/** The result for programs: what `result.schema.json` names, in its order. */
export function toResultJson(result: RunResult, creator: Creator): string {
  const cases = result.cases.map((each) => ({
    ...each,
    passed: countPassed(each.outcomes),
    outcomes: each.outcomes.filter(({ verdict }) => verdict !== 'passed'),
  }));
  const written = { ...result, creator, startedAt: startedAt(result), cases };
  return `${jsonText(inOrder(written, schema), 2)}\n`;
}

/** When the first request was sent (RFC 3339, in UTC); `undefined` if none was. */
export function startedAt({ exchanges }: Pick<RunResult, 'exchanges'>): string | undefined {
  return exchanges.map((one) => one.startedAt).toSorted()[0];
}

/** How often each check passed, in the order of the checks: what they say is always the same. */
function countPassed(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const passed = outcomes.filter(({ verdict }) => verdict === 'passed');
  const counts = Object.keys(checks).map(
    (id) => [id, passed.filter(({ check }) => check === id).length] as const,
  );
  return Object.fromEntries(counts.filter(([, number]) => number > 0));
}

/** A value with the properties that a part of the schema names; where it names none, all of them. */
function inOrder(value: unknown, part: unknown): unknown {
  const { properties, items, additionalProperties } = resolve(part);
  if (Array.isArray(value)) return value.map((item: unknown) => inOrder(item, items));
  if (!isObject(value)) return value;
  const entries = isObject(properties)
    ? Object.entries(properties).map(([key, own]) => [key, inOrder(value[key], own)])
    : Object.entries(value).map(([key, item]) => [key, inOrder(item, additionalProperties)]);
  return Object.fromEntries(entries);
}

/** A part of the schema together with what it refers to, whose properties come first. */
function resolve(part: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(part) || typeof part.$ref !== 'string') return isObject(part) ? part : {};
  const name = part.$ref.replace('#/$defs/', '');
  const target = resolve(Object.entries(schema.$defs).find(([key]) => key === name)?.[1]);
  if (!isObject(part.properties) || !isObject(target.properties)) return { ...target, ...part };
  return { ...target, ...part, properties: { ...target.properties, ...part.properties } };
}
