import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Api, Parameter } from '../../../model/api.ts';

const ajv = new Ajv2020.default({ strict: false, logger: false, coerceTypes: true });
addFormats.default(ajv);

/** Why a part of an address can't be the value of a variable; `undefined` where it can. */
export function valueProblem(api: Api, name: string, part: string): string | undefined {
  if (part === '') return 'is empty: there are two slashes in a row';
  if (isPlaceholder(name, part)) return 'is still a placeholder';
  if (/%E2%80%A6|\.\.\./i.test(part)) return 'is shortened';
  if (part.includes('%')) return 'contains a percent-encoded character, which no id has';
  if (!/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)) return 'contains a character that no id has';
  if (fits(api, name, part)) return undefined;
  return isUnsaved(part) ? 'is for an object that is not saved yet' : 'does not have the form of this id';
}

/** What consoles show in place of an id until there is one. */
export function isUnsaved(part: string): boolean {
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
export function parameterOf({ operations }: Api, name: string): Parameter | undefined {
  return operations.flatMap(({ parameters }) => parameters).find(({ variable }) => variable === name);
}
