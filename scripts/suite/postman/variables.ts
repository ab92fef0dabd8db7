import type { Api } from '../../model/api.ts';
import { type Control, controlsOf } from './controls.ts';
import type { CollectionFile } from './format.ts';

/**
 * The collection's variables: the base URLs of the first region, the rest to be filled in, and what steers a run. All are
 * strings: only an environment has a type for secrets (Collection Format v2.1.0, Variable).
 */
export function toVariables(api: Api, suite: boolean): CollectionFile['variable'] {
  const [region] = api.regions;
  const own = api.variables.map(({ name, description }) => {
    return { key: name, value: region?.bases[name] ?? '', type: 'string', description };
  });
  const controls = controlsOf(api, region?.name ?? '').filter(({ suiteOnly }) => suite || !suiteOnly);
  return [...own, ...controls.map(toVariable)];
}

function toVariable({ name, value, description }: Control): CollectionFile['variable'][number] {
  return { key: name, value, type: 'string', description };
}
