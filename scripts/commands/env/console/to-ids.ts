import type { Values } from '../../../config/values.ts';
import type { Api, Console } from '../../../model/api.ts';
import { fault } from './address-error.ts';
import { isUnsaved, parameterOf, valueFault } from './value-problem.ts';

/** The values of variables that a path holds. Of the pages that fit the longest counts; what follows it is left aside. */
export function toIds(api: Api, { paths }: Console, path: string): Values {
  const parts = partsOf(path);
  const pages = paths.map(partsOf).filter((page) => begins(page, parts));
  const page = pages
    .filter(({ length }) => length <= parts.length)
    .toSorted(byLength)
    .at(-1);
  if (page === undefined) throw lacking(pages.toSorted(byLength)[0], parts, paths);
  const entries = page.flatMap((part, index): [string, string][] => {
    const name = variableOf(part);
    if (name === undefined) return [];
    const value = parts[index] ?? '';
    const wrong = valueFault(api, name, value);
    if (wrong === undefined) return [[name, value]];
    throw fault(`\`${name}\`, part ${index + 1} of its path, ${wrong}`, adviceFor(api, name, value));
  });
  return Object.fromEntries(entries);
}

function adviceFor(api: Api, name: string, value: string): string {
  if (isUnsaved(value)) {
    return `Open a saved ${name.replace(/[_-]?id$/i, '')}, and copy the address from there.`;
  }
  const example = parameterOf(api, name)?.example;
  const form = example === undefined ? '' : `It should look like \`${String(example)}\`. `;
  return `${form}Copy the address again, from the page of the console.`;
}

function lacking(
  page: readonly string[] | undefined,
  parts: readonly string[],
  paths: readonly string[],
): Error {
  const advice = `The pages with ids are: ${paths.join(', ')}.`;
  const next = page?.[parts.length];
  if (next === undefined || parts.length === 0)
    return fault('its path is none of those that hold ids', advice);
  return fault(`its path ends where \`${variableOf(next) ?? next}\` should stand`, advice);
}

/** Whether they are alike as far as both go. */
function begins(page: readonly string[], parts: readonly string[]): boolean {
  return page.every(
    (part, index) => index >= parts.length || variableOf(part) !== undefined || part === parts[index],
  );
}

/** What stands between the slashes. */
function partsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/').slice(1);
}

function variableOf(part: string): string | undefined {
  return /^\{(.+)\}$/.exec(part)?.[1];
}

function byLength(a: readonly string[], b: readonly string[]): number {
  return a.length - b.length;
}
