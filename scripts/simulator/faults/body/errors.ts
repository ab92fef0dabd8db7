import { mapBody, mapValue, replaceWith } from '../change.ts';
import { ofReads } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';

/** Error bodies that are not as documented. */
export const errorFaults: FaultTable = {
  'body-404-other-shape': {
    title: '404 responses have an object with a code in the body',
    404: replaceWith(404, { error: { code: 404, reason: 'not found' } }),
  },
  'body-404-extra-property': {
    title: '404 responses have a `code` beside the sentence',
    404: mapBody((body) => ({ ...body, code: 'E404' })),
  },
  'body-401-other-shape': {
    title: 'Read operations reject a token with a list of errors',
    401: ofReads(mapBody(({ detail }) => ({ errors: [detail] }))),
  },
  'body-403-other-shape': {
    title: '403 responses are a bare sentence',
    403: mapBody(({ detail }) => detail),
  },
  'body-422-other-shape': {
    title: '422 responses of the run groups have a sentence instead of a list',
    'getRiverActivitiesRunGroups 422': mapBody(mapValue('detail', () => 'start_time is wrong')),
  },
  'body-error-as-success': {
    title: 'The targets return 200 with the body of an error',
    getRiverActivitiesTargets: replaceWith(200, { detail: 'Internal error' }),
  },
};
