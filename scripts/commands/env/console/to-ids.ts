import type { Values } from '../../../config/values.ts';
import type { Api, Console } from '../../../model/api.ts';
import { addressError } from './address-error.ts';
import { isUnsaved, parameterOf, valueProblem } from './value-problem.ts';

/** The values of variables in a path. The longest matching page counts; the rest of the path is ignored. */
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
    const wrong = valueProblem(api, name, value);
    if (wrong === undefined) return [[name, value]];
    throw addressError(`\`${name}\`, part ${index + 1} of its path, ${wrong}`, adviceFor(api, name, value));
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
    return addressError('its path is not one of those with ids', advice);
  return addressError(`its path ends where \`${variableOf(next) ?? next}\` is expected`, advice);
}

/** Whether the page and the path agree up to the length of the shorter one. */
function begins(page: readonly string[], parts: readonly string[]): boolean {
  return page.every(
    (part, index) => index >= parts.length || variableOf(part) !== undefined || part === parts[index],
  );
}

/** The segments between the slashes. */
function partsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/').slice(1);
}

function variableOf(part: string): string | undefined {
  return /^\{(.+)\}$/.exec(part)?.[1];
}

function byLength(a: readonly string[], b: readonly string[]): number {
  return a.length - b.length;
}
