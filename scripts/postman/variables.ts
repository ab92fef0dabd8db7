import type { Api } from '../model/api.ts';
import type { CollectionFile } from './format.ts';

/** The collection's variables: the base URLs of the first region, and the rest to be filled in. */
export function toVariables(api: Api): CollectionFile['variable'] {
  const [region] = api.regions;
  return api.variables.map(({ name, description, kind }) => ({
    key: name,
    value: region?.bases[name] ?? '',
    type: kind === 'secret' ? 'secret' : 'string',
    description,
  }));
}
