import sdk from 'postman-collection';
import { jsonText } from '../../base/json-text.ts';
import type { Case } from '../../cases/case.ts';
import type { Api, Region } from '../../model/api.ts';
import { isSecret } from '../../model/to-variables.ts';
import { toCollection } from './collection.ts';
import { toContractCollection } from './contract-collection.ts';
import type { CollectionFile } from './format.ts';
import { toId } from './id.ts';
import { runVariablesOf } from './run-variables.ts';
import type { Scripts } from './script.ts';
import { tidy } from './tidy.ts';

/** The name of a file, without a folder, and its whole text. */
export type GeneratedFile = { readonly name: string; readonly text: string };

/** The values of the variables of local regions, by the name of the region that they simulate. */
export type LocalValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** All generated files of a spec. The bytes depend only on the arguments. */
export function toFiles(
  api: Api,
  cases: readonly Case[],
  scripts: Scripts,
  local: LocalValues,
): GeneratedFile[] {
  const environments = api.regions.map((region) => toEnvironmentFile(api, region, {}));
  const simulated = api.regions.flatMap((region) => {
    const values = local[region.name];
    const name = `simulator-${region.name}`;
    return values === undefined
      ? []
      : [toFile(api, `${name}.postman_environment`, toEnvironment(api, region, values, name))];
  });
  return [
    toFile(api, 'postman_collection', printable(toCollection(api, scripts))),
    toFile(api, 'contract.postman_collection', printable(toContractCollection(api, cases, scripts))),
    ...environments,
    ...simulated,
  ];
}

/** The environment of a region, with these values of its variables. */
export function toEnvironmentFile(
  api: Api,
  region: Region,
  values: Readonly<Record<string, string>>,
): GeneratedFile {
  const { name } = region;
  return toFile(api, `${name}.postman_environment`, toEnvironment(api, region, values, name));
}

function toFile({ stem }: Api, name: string, value: unknown): GeneratedFile {
  return { name: `${stem}.${name}.json`, text: print(value) };
}

/** The text of a generated file: JSON with two spaces and a line break at the end. */
function print(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}

/** Reads a collection with the SDK, so that only what the SDK understands is written. */
export function printable(file: CollectionFile): unknown {
  // The SDK's types don't allow a description that is text.
  const definition: object = file;
  const { auth, item, event } = new sdk.Collection(definition).toJSON();
  // The SDK removes the id from `info`, splits the version and drops secret variables.
  return tidy({ info: file.info, auth, variable: file.variable, item, event });
}

/**
 * A Postman environment for a region. Secrets and the caller's own values are empty, unless `values` contains them as
 * for a local region.
 */
function toEnvironment(
  api: Api,
  region: Region,
  values: Readonly<Record<string, string>>,
  name: string,
): unknown {
  const own = api.variables.map(({ name: key, ...variable }) => ({
    key,
    value: values[key] ?? region.bases[key] ?? '',
    type: isSecret(variable) ? 'secret' : 'default',
    enabled: true,
  }));
  const runVariables = runVariablesOf(api, region.name).map(({ name: key, value, secret }) => ({
    key,
    value: values[key] ?? value,
    type: secret ? 'secret' : 'default',
    enabled: true,
  }));
  const id = toId('environment', api.stem, name);
  const entries = [...own, ...runVariables];
  const scope = new sdk.VariableScope({ id, name: `${api.title} (${name})`, values: entries }).toJSON();
  // The SDK drops the types of environment variables, but Postman needs them to hide secrets.
  return tidy({ ...scope, values: entries, _postman_variable_scope: 'environment' });
}
