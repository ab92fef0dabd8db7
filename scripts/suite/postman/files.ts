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

/** A file to be written: its name, without a folder, and its whole text. */
export type GeneratedFile = { readonly name: string; readonly text: string };

/** Local regions, by the name of the region that they stand for, with the values of their variables. */
export type LocalValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Everything that is generated from a description. The bytes depend on nothing but the arguments. */
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

/** A region's environment, in which these variables have these values. */
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

/** Has the SDK read a collection, and tells what it understood, as it belongs into a file. */
export function printable(file: CollectionFile): unknown {
  // The SDK's types don't know that a description may be a text.
  const definition: object = file;
  const { auth, item, event } = new sdk.Collection(definition).toJSON();
  // The SDK takes the id out of `info` and the version apart, and knows no secret variables.
  return tidy({ info: file.info, auth, variable: file.variable, item, event });
}
