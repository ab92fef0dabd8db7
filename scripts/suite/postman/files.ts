import type { Case } from '../../cases/case.ts';
import type { Api, Region } from '../../model/api.ts';
import { toCollection } from './collection.ts';
import { toContractCollection } from './contract-collection.ts';
import { toEnvironment } from './environment.ts';
import { print } from './print.ts';
import { printable } from './printable.ts';
import type { Scripts } from './script.ts';

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
