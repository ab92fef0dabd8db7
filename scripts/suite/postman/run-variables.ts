import type { Api } from '../../model/api.ts';
import { credentialsOf } from '../../model/credentials.ts';
import {
  allowRunVariable,
  allowUnsafeVariable,
  otherTokenVariable,
  regionVariable,
} from '../../model/reserved-names.ts';
import { isSecret } from '../../model/to-variables.ts';
import type { CollectionFile } from './format.ts';

/** A variable that controls a run. */
export type RunVariable = {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly description: string;
  /** Whether it affects only the contract collection. */
  readonly suiteOnly: boolean;
};

/** The variables that control a run of this API. By default nothing is allowed. */
export function runVariablesOf(api: Api, region: string): RunVariable[] {
  const withPrice = api.operations.filter(({ effects }) => effects === 'costs').map(({ summary }) => summary);
  const cost = `\`true\` allows requests that have a price: ${withPrice.join(', ')}.`;
  const unsafe = '`true` allows requests that might change something, including undocumented methods.';
  const elsewhere =
    'A token of another region, which this region must reject. If it is empty, this is not tested.';
  const credentials = api.operations.flatMap(({ auth }) => credentialsOf(auth));
  const secured = credentials.some(({ type }) => type === 'bearer' || type === 'apikey');
  return [
    ...(withPrice.length > 0
      ? [{ name: allowRunVariable, value: 'false', secret: false, description: cost, suiteOnly: false }]
      : []),
    {
      name: regionVariable,
      value: region,
      secret: false,
      description: 'The name of the region.',
      suiteOnly: false,
    },
    { name: allowUnsafeVariable, value: 'false', secret: false, description: unsafe, suiteOnly: true },
    ...(secured
      ? [{ name: otherTokenVariable, value: '', secret: true, description: elsewhere, suiteOnly: true }]
      : []),
  ];
}

/** The names of all variables that hold secrets. A collection does not mark them. */
export function secretNames(api: Api): ReadonlySet<string> {
  const own = api.variables.filter(isSecret).map(({ name }) => name);
  const secretRunVariables = runVariablesOf(api, '').filter(({ secret }) => secret);
  return new Set([...own, ...secretRunVariables.map(({ name }) => name)]);
}

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
