import type { Api } from '../../model/api.ts';
import {
  allowRunVariable,
  allowUnsafeVariable,
  otherTokenVariable,
  regionVariable,
} from '../../model/reserved-names.ts';
import { isSecret } from '../../model/to-variables.ts';

/** A variable that steers a run. */
export type Control = {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly description: string;
  /** Whether only the suite has requests that it steers. */
  readonly suiteOnly: boolean;
};

/** What steers a run of this API, with the values of somebody who allows nothing. */
export function controlsOf(api: Api, region: string): Control[] {
  const guarded = api.operations.filter(({ effects }) => effects === 'costs').map(({ summary }) => summary);
  const cost = `\`true\` lets requests be sent that have a price: ${guarded.join(', ')}.`;
  const unsafe =
    '`true` lets requests be sent that might change something, methods that are not documented among them.';
  const elsewhere = 'A token of another region: this region must refuse it. Without one, that is not tried.';
  const secured = api.operations.some(({ auth }) => auth.type === 'bearer' || auth.type === 'apikey');
  return [
    ...(guarded.length > 0
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

/** The names of all variables that hold secrets. A collection does not say it of its own. */
export function secretNames(api: Api): ReadonlySet<string> {
  const own = api.variables.filter(isSecret).map(({ name }) => name);
  const controls = controlsOf(api, '').filter(({ secret }) => secret);
  return new Set([...own, ...controls.map(({ name }) => name)]);
}
