import type { Api } from '../model/api.ts';
import { isSecret } from '../model/to-variables.ts';

/** Whether requests that have a price are sent: `true` or `false`. */
export const guardVariable = 'allow_run';

/** Whether requests that might change something are sent: `true` or `false`. */
export const unsafeVariable = 'allow_unsafe';

/** A token of another region, which this one must refuse. */
export const elsewhereVariable = 'other_region_token';

/** The name of the region, which answers may repeat. */
export const regionVariable = 'region';

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
  const controls = [
    ...(guarded.length > 0
      ? [{ name: guardVariable, value: 'false', secret: false, description: cost, suiteOnly: false }]
      : []),
    {
      name: regionVariable,
      value: region,
      secret: false,
      description: 'The name of the region.',
      suiteOnly: false,
    },
    { name: unsafeVariable, value: 'false', secret: false, description: unsafe, suiteOnly: true },
    ...(secured
      ? [{ name: elsewhereVariable, value: '', secret: true, description: elsewhere, suiteOnly: true }]
      : []),
  ];
  // A variable of the API's own comes first.
  return controls.filter(({ name }) => !api.variables.some((variable) => variable.name === name));
}

/** The names of all variables that hold secrets. A collection does not say it of its own. */
export function secretNames(api: Api): ReadonlySet<string> {
  const own = api.variables.filter(isSecret).map(({ name }) => name);
  const controls = controlsOf(api, '').filter(({ secret }) => secret);
  return new Set([...own, ...controls.map(({ name }) => name)]);
}
