import { instead, mapBody, value } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onStatus, onSuccess } from '../when.ts';

/** Bodies of errors that are of another shape than documented. */
export const errorFaults: readonly Fault[] = [
  {
    id: 'body-404-other-shape',
    class: 'body',
    title: 'What is not found has an object with a code in its body',
    apply: onStatus(404, instead(404, { error: { code: 404, reason: 'not found' } })),
  },
  {
    id: 'body-404-extra-property',
    class: 'body',
    title: 'What is not found has a `code` beside the sentence',
    apply: onStatus(
      404,
      mapBody((body) => ({ ...body, code: 'E404' })),
    ),
  },
  {
    id: 'body-401-other-shape',
    class: 'body',
    title: 'Readings refuse a token with a list of errors',
    apply: (answer, exchange) =>
      exchange.operationId === 'runRiver'
        ? answer
        : onStatus(
            401,
            mapBody(({ detail }) => ({ errors: [detail] })),
          )(answer, exchange),
  },
  {
    id: 'body-403-other-shape',
    class: 'body',
    title: 'Foreign accounts are refused with a bare sentence',
    apply: onStatus(
      403,
      mapBody(({ detail }) => detail),
    ),
  },
  {
    id: 'body-422-other-shape',
    class: 'body',
    title: 'Run groups tell mistakes of a request in a sentence, not in a list',
    apply: onStatus(
      422,
      mapBody(value('detail', () => 'start_time is wrong')),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'body-error-as-success',
    class: 'body',
    title: 'Targets are answered with 200 and the sentence of an error',
    apply: onSuccess(instead(200, { detail: 'Internal error' }), 'getRiverActivitiesTargets'),
  },
];
