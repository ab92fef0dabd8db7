import type { Api } from '../../model/api.ts';
import type { CollectionFile } from './format.ts';
import { type RunVariable, runVariablesOf } from './run-variables.ts';

/**
 * The variables of a collection: the base URLs of the first region, empty values for the user to fill in, and those that
 * control a run. All are strings: only an environment has a type for secrets (Collection Format v2.1.0, Variable).
 */
export function toVariables(api: Api, suite: boolean): CollectionFile['variable'] {
  const [region] = api.regions;
  const own = api.variables.map(({ name, description }) => {
    return { key: name, value: region?.bases[name] ?? '', type: 'string', description };
  });
  const runVariables = runVariablesOf(api, region?.name ?? '').filter(({ suiteOnly }) => suite || !suiteOnly);
  return [...own, ...runVariables.map(toVariable)];
}

function toVariable({ name, value, description }: RunVariable): CollectionFile['variable'][number] {
  return { key: name, value, type: 'string', description };
}
