import { parsePointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import { plain } from '../../cases/outgoing.ts';
import type { Api, Operation } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { strayIn } from '../postman/stray.ts';
import { curl } from './curl.ts';
import { javascript } from './javascript.ts';
import type { Language, SampleVariable } from './language.ts';
import { python } from './python.ts';
import { encode, toSampleRequest } from './request.ts';

/** As renderers of OpenAPI show it beside an operation. */
export type CodeSample = { readonly lang: string; readonly label: string; readonly source: string };

const languages: readonly Language[] = [curl, python, javascript];

/** A copy in which each operation has `x-codeSamples`, unless it brings its own or no request can hold its values. */
export function withSamples<Bundle extends object>(bundle: Bundle, api: Api): Bundle {
  const copy = structuredClone(bundle);
  for (const operation of api.operations) {
    // No sample sends what the collection can't.
    if (strayIn(operation, plain(operation)) !== undefined) continue;
    const node = parsePointer(operation.pointer).reduce(childOf, copy);
    if (!('x-codeSamples' in node)) Object.assign(node, { 'x-codeSamples': toSamples(operation, api) });
  }
  return copy;
}

/** Programs that send the request, for readers who set the environment variables that they name. */
export function toSamples(operation: Operation, api: Api): CodeSample[] {
  const variables = new Map(api.variables.map(({ name }) => [name, toVariable(name, operation, api)]));
  const request = toSampleRequest(operation);
  return languages.map((language) => ({
    lang: language.lang,
    label: language.label,
    source: warningOf(operation, language) + language.toSource(request, variables),
  }));
}

function toVariable(name: string, operation: Operation, api: Api): SampleVariable {
  const fallback = fallbackOf(name, operation, api);
  return { name: variableName(api, name), ...(fallback && { fallback }) };
}

/** The first region's address, and the time window of the examples. All else is the reader's own. */
function fallbackOf(name: string, { parameters }: Operation, { regions }: Api): string | undefined {
  const time = parameters.find(({ variable, window }) => variable === name && window !== undefined);
  const bases = new Map(Object.entries(regions[0]?.bases ?? {}));
  const text = time === undefined ? bases.get(name) : encode(String(time.example));
  // Shells don't agree on quotes inside of expansions; in a URL there is another way to write them.
  return text?.replace(/[\s"'`$\\{}!]/g, (sign) => `%${Buffer.from(sign).toString('hex').toUpperCase()}`);
}

function childOf(node: object, key: string): object {
  const child = Object.entries(node).find(([name]) => name === key)?.[1];
  return isObject(child) ? child : {};
}

function warningOf({ effects }: Operation, { comment }: Language): string {
  return effects === 'costs' ? `${comment} It has a price each time it is sent.\n` : '';
}

/** No region is in it: a reader has the token of one, and the address of another can be set. */
export function variableName(api: Api, name: string): string {
  return envName(api, undefined, name);
}
