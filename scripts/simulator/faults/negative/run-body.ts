import { json, type SimulatedResponse } from '../../response.ts';
import { localSettings } from '../../settings.ts';
import { bodyOf, replaceWith } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';

/** Invalid bodies of Run River that are accepted or get 500. */
export const runBodyFaults: readonly Fault[] = [
  {
    id: 'negative-missing-field-accepted',
    class: 'negative',
    title: 'A river starts without a `river_id`',
    apply: onMessage(/ is required$/, started),
  },
  {
    id: 'negative-field-wrong-type-accepted',
    class: 'negative',
    title: 'A river starts when its id is a number',
    apply: onMessage(/valid string$/, started),
  },
  {
    id: 'negative-field-malformed-fails',
    class: 'negative',
    title: 'A malformed `river_id` makes the start of a river return 500',
    apply: onMessage(/should match pattern/, replaceWith(500, { message: 'Internal Server Error' })),
  },
  {
    id: 'negative-broken-body-accepted',
    class: 'negative',
    title: 'A river starts when the body is not JSON',
    apply: onMessage(/is not JSON$/, started),
  },
  {
    id: 'negative-broken-body-fails',
    class: 'negative',
    title: 'A body that is not JSON makes the start of a river return 500',
    apply: onMessage(/is not JSON$/, replaceWith(500, { message: 'Internal Server Error' })),
  },
];

function onMessage(pattern: RegExp, change: FaultChange): FaultChange {
  const onMatch: FaultChange = (response, exchange) =>
    pattern.test(String(bodyOf(response).message)) ? change(response, exchange) : response;
  return onStatus(422, onMatch, 'runRiver');
}

/** The response to a start, although nothing was started. */
function started(_: SimulatedResponse, { region }: FaultExchange): SimulatedResponse {
  const { river_id, run_id, account_id } = localSettings(region).variables;
  return json(200, {
    _id: account_id,
    run_id,
    river_id,
    account: account_id,
    run_insert_date: 1_768_554_312_000,
    run_update_date: 1_768_554_312_000,
    river_run_status: 'W',
    river_run_message: 'The river is waiting to run',
  });
}
