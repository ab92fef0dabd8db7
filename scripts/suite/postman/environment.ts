import sdk from 'postman-collection';
import type { Api, Region } from '../../model/api.ts';
import { isSecret } from '../../model/to-variables.ts';
import { toId } from './id.ts';
import { runVariablesOf } from './run-variables.ts';
import { tidy } from './tidy.ts';

/**
 * A Postman environment for a region. Secrets and the caller's own values are empty, unless `values` contains them as
 * for a local region.
 */
export function toEnvironment(
  api: Api,
  region: Region,
  values: Readonly<Record<string, string>>,
  name: string,
): unknown {
  const own = api.variables.map(({ name: key, ...variable }) => ({
    key,
    value: values[key] ?? region.bases[key] ?? '',
    type: isSecret(variable) ? 'secret' : 'default',
    enabled: true,
  }));
  const runVariables = runVariablesOf(api, region.name).map(({ name: key, value, secret }) => ({
    key,
    value: values[key] ?? value,
    type: secret ? 'secret' : 'default',
    enabled: true,
  }));
  const id = toId('environment', api.stem, name);
  const entries = [...own, ...runVariables];
  const scope = new sdk.VariableScope({ id, name: `${api.title} (${name})`, values: entries }).toJSON();
  // The SDK drops the types of environment variables, but Postman needs them to hide secrets.
  return tidy({ ...scope, values: entries, _postman_variable_scope: 'environment' });
}
