import sdk from 'postman-collection';
import { jsonText } from '../../base/json-text.ts';
import type { Case } from '../../cases/case.ts';
import type { Api, Region } from '../../model/api.ts';
import { toCollection } from './collection.ts';
import { toContractCollection } from './contract-collection.ts';
import { toEnvironment } from './environment.ts';
import type { CollectionFile } from './format.ts';
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
