import { json, type SimulatedResponse } from '../../response.ts';
import { localSettings } from '../../settings.ts';
import { bodyOf, replaceWith } from '../change.ts';
import type { FaultChange, FaultExchange, FaultTable } from '../fault.ts';

const failed = replaceWith(500, { message: 'Internal Server Error' });

/** Invalid bodies of Run River that are accepted or get 500. */
export const runBodyFaults: FaultTable = {
  'negative-missing-field-accepted': {
    title: 'A river starts without a `river_id`',
    'runRiver 422': onMessage(/ is required$/, started),
  },
  'negative-field-wrong-type-accepted': {
    title: 'A river starts when its id is a number',
    'runRiver 422': onMessage(/valid string$/, started),
  },
  'negative-field-malformed-fails': {
    title: 'A malformed `river_id` makes the start of a river return 500',
    'runRiver 422': onMessage(/should match pattern/, failed),
  },
  'negative-broken-body-accepted': {
    title: 'A river starts when the body is not JSON',
    'runRiver 422': onMessage(/is not JSON$/, started),
  },
  'negative-broken-body-fails': {
    title: 'A body that is not JSON makes the start of a river return 500',
    'runRiver 422': onMessage(/is not JSON$/, failed),
  },
};

function onMessage(pattern: RegExp, change: FaultChange): FaultChange {
  return (response, exchange) =>
    pattern.test(String(bodyOf(response).message)) ? change(response, exchange) : response;
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
