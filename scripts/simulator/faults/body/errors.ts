import { mapBody, mapValue, replaceWith } from '../change.ts';
import { onStatus, onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Error bodies that are not as documented. */
export const errorFaults: readonly Fault[] = [
  {
    id: 'body-404-other-shape',
    class: 'body',
    title: '404 responses have an object with a code in the body',
    apply: onStatus(404, replaceWith(404, { error: { code: 404, reason: 'not found' } })),
  },
  {
    id: 'body-404-extra-property',
    class: 'body',
    title: '404 responses have a `code` beside the sentence',
    apply: onStatus(
      404,
      mapBody((body) => ({ ...body, code: 'E404' })),
    ),
  },
  {
    id: 'body-401-other-shape',
    class: 'body',
    title: 'Read operations reject a token with a list of errors',
    apply: (response, exchange) =>
      exchange.operationId === 'runRiver'
        ? response
        : onStatus(
            401,
            mapBody(({ detail }) => ({ errors: [detail] })),
          )(response, exchange),
  },
  {
    id: 'body-403-other-shape',
    class: 'body',
    title: '403 responses are a bare sentence',
    apply: onStatus(
      403,
      mapBody(({ detail }) => detail),
    ),
  },
  {
    id: 'body-422-other-shape',
    class: 'body',
    title: '422 responses of the run groups have a sentence instead of a list',
    apply: onStatus(
      422,
      mapBody(mapValue('detail', () => 'start_time is wrong')),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'body-error-as-success',
    class: 'body',
    title: 'The targets return 200 with the body of an error',
    apply: onSuccess(replaceWith(200, { detail: 'Internal error' }), 'getRiverActivitiesTargets'),
  },
];
