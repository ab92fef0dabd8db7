import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { UsageError } from '../../../base/usage-error.ts';
import type { Values } from '../../../config/values.ts';
import type { Api, Console, Parameter } from '../../../model/api.ts';

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

const ajv = new Ajv2020.default({ strict: false, logger: false, coerceTypes: true });
addFormats.default(ajv);

/** Why a part of an address can't be the value of a variable; `undefined` where it can. */
function valueProblem(api: Api, name: string, part: string): string | undefined {
  if (part === '') return 'is empty: there are two slashes in a row';
  if (isPlaceholder(name, part)) return 'is still a placeholder';
  if (/%E2%80%A6|\.\.\./i.test(part)) return 'is shortened';
  if (part.includes('%')) return 'contains a percent-encoded character, which no id has';
  if (!/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)) return 'contains a character that no id has';
  if (fits(api, name, part)) return undefined;
  return isUnsaved(part) ? 'is for an object that is not saved yet' : 'does not have the form of this id';
}

/** What consoles show in place of an id until there is one. */
function isUnsaved(part: string): boolean {
  return /^(new|add|create|draft|null|undefined)([_-].*)?$/i.test(part);
}

/** `{account}`, `<account_id>`, `:account`, `ACCOUNT_ID`, `your-account-id`. */
function isPlaceholder(name: string, part: string): boolean {
  return /^([{[<:$(]|%7B|%3C)/i.test(part) || (/^\D+$/.test(part) && bare(part) === bare(name));
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^(your|my)|id$/g, '');
}

/** Whether a parameter with this variable would accept it. An address is text, so types don't matter. */
function fits(api: Api, name: string, part: string): boolean {
  const parameter = parameterOf(api, name);
  if (parameter === undefined) return true;
  return ajv.validate({ properties: { value: parameter.schema } }, { value: part });
}

/** The first parameter that the variable fills. */
function parameterOf({ operations }: Api, name: string): Parameter | undefined {
  return operations.flatMap(({ parameters }) => parameters).find(({ variable }) => variable === name);
}

/** The problem with an address. The address may contain a token, so the message never quotes it. */
export function addressError(what: string, advice: string): UsageError {
  return new UsageError(`--console-url: ${what}. ${advice}`);
}
