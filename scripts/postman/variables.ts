import type { Api } from '../model/api.ts';
import type { CollectionFile } from './format.ts';
import { guardVariable } from './script.ts';

/** The collection's variables: the base URLs of the first region, and the rest to be filled in. */
export function toVariables(api: Api): CollectionFile['variable'] {
  const [region] = api.regions;
  const own = api.variables.map(({ name, description, kind }) => ({
    key: name,
    value: region?.bases[name] ?? '',
    type: kind === 'secret' ? 'secret' : 'string',
    description,
  }));
  const guarded = api.operations.filter(({ effects }) => effects === 'costs').map(({ summary }) => summary);
  if (guarded.length === 0) return own;
  const description = `\`true\` lets requests be sent that have a price: ${guarded.join(', ')}.`;
  return [...own, { key: guardVariable, value: 'false', type: 'string', description }];
}
