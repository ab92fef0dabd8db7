import { parsePointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import { plain } from '../../cases/outgoing.ts';
import type { Api, Operation } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { bodyProblem } from '../postman/request.ts';
import { findUnsendable } from '../postman/unsendable.ts';
import { curl } from './curl.ts';
import { javascript } from './javascript.ts';
import type { Language, SampleVariable } from './language.ts';
import { python } from './python.ts';
import { encode, toSampleRequest } from './request.ts';

/** A code sample, as renderers of OpenAPI expect it in `x-codeSamples`. */
export type CodeSample = { readonly lang: string; readonly label: string; readonly source: string };

const languages: readonly Language[] = [curl, python, javascript];

/** Adds `x-codeSamples` to a copy, except to operations that have their own or that no request can express. */
export function withSamples<Bundle extends object>(bundle: Bundle, api: Api): Bundle {
  const copy = structuredClone(bundle);
  for (const operation of api.operations) {
    // Samples only send what the collection can send.
    const request = plain(operation);
    if (findUnsendable(operation, request) !== undefined || bodyProblem(operation, request) !== undefined)
      continue;
    const node = parsePointer(operation.pointer).reduce(childOf, copy);
    if (!('x-codeSamples' in node)) Object.assign(node, { 'x-codeSamples': toSamples(operation, api) });
  }
  return copy;
}

/** Programs that send the request. The reader sets the environment variables that they use. */
export function toSamples(operation: Operation, api: Api): CodeSample[] {
  const variables = new Map(api.variables.map(({ name }) => [name, toVariable(name, operation, api)]));
  const request = toSampleRequest(operation);
  // The fetch of JavaScript has no Digest.
  const able = languages.filter(
    (language) =>
      (!request.digest || language !== javascript) &&
      (request.body === undefined || !(language.bodiless ?? []).includes(request.method)),
  );
  return able.map((language) => ({
    lang: language.lang,
    label: language.label,
    source: warningOf(operation, language) + language.toSource(request, variables),
  }));
}

function toVariable(name: string, operation: Operation, api: Api): SampleVariable {
  const fallback = fallbackOf(name, operation, api);
  return { name: variableName(api, name), ...(fallback && { fallback }) };
}

/** The address of the first region, and the time window of the examples. Other variables have no fallback. */
function fallbackOf(name: string, { parameters }: Operation, { regions }: Api): string | undefined {
  const time = parameters.find(({ variable, window }) => variable === name && window !== undefined);
  const bases = new Map(Object.entries(regions[0]?.bases ?? {}));
  const text = time === undefined ? bases.get(name) : encode(String(time.example));
  // Shells treat quotes inside expansions differently, so they are percent-encoded.
  return text?.replace(
    /[\s"'`$\\{}!]/g,
    (character) => `%${Buffer.from(character).toString('hex').toUpperCase()}`,
  );
}

function childOf(node: object, key: string): object {
  const child = Object.entries(node).find(([name]) => name === key)?.[1];
  return isObject(child) ? child : {};
}

function warningOf({ effects }: Operation, { comment }: Language): string {
  return effects === 'costs' ? `${comment} Each request has a price.\n` : '';
}

/** The environment variable without a region: a reader uses one region at a time. */
export function variableName(api: Api, name: string): string {
  return envName(api, undefined, name);
}
