import { json, type SimulatedResponse } from '../../answer.ts';
import { localSettings } from '../../settings.ts';
import { bodyOf, instead } from '../change.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';
import { onStatus } from '../when.ts';

/** Bad bodies of Run River. */
export const runBodyFaults: readonly Fault[] = [
  {
    id: 'negative-missing-field-accepted',
    class: 'negative',
    title: 'A river is run without an id of it',
    apply: onMessage(/ is required$/, started),
  },
  {
    id: 'negative-field-wrong-type-accepted',
    class: 'negative',
    title: 'A river is run whose id is a number',
    apply: onMessage(/valid string$/, started),
  },
  {
    id: 'negative-field-malformed-fails',
    class: 'negative',
    title: 'An id of the wrong form makes the start of a river fail',
    apply: onMessage(/should match pattern/, instead(500, { message: 'Internal Server Error' })),
  },
  {
    id: 'negative-broken-body-accepted',
    class: 'negative',
    title: 'A river is run by a body that is not JSON',
    apply: onMessage(/is not JSON$/, started),
  },
  {
    id: 'negative-broken-body-fails',
    class: 'negative',
    title: 'A body that is not JSON makes the start of a river fail',
    apply: onMessage(/is not JSON$/, instead(500, { message: 'Internal Server Error' })),
  },
];

function onMessage(told: RegExp, change: FaultChange): FaultChange {
  const meant: FaultChange = (answer, exchange) =>
    told.test(String(bodyOf(answer).message)) ? change(answer, exchange) : answer;
  return onStatus(422, meant, 'runRiver');
}

/** The answer to a start, though nothing was started. */
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
