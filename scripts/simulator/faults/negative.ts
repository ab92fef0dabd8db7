import { tokens } from '../auth.ts';
import type { Fault } from './fault.ts';

/** Faults of refusals. */
export const negativeFaults: readonly Fault[] = [
  {
    id: 'negative-error-extra-field',
    class: 'negative',
    title: 'The bodies of 401 and 422 have a field more than documented',
    apply: (answer) =>
      answer.status === 401 || answer.status === 422 ? { ...answer, body: withTrace(answer.body) } : answer,
  },
  {
    id: 'negative-any-token-accepted',
    class: 'negative',
    title: 'Readings are answered without a valid token',
    apply: (answer, { region, request, operationId, ask }) =>
      answer.status === 401 && operationId !== 'runRiver'
        ? ask({ ...request, token: tokens(region).full })
        : answer,
  },
  {
    id: 'negative-404-as-200-null',
    class: 'negative',
    title: 'What is not found is answered with 200 and null',
    apply: (answer) => (answer.status === 404 ? { ...answer, status: 200, body: null } : answer),
  },
];

function withTrace(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? { ...body, trace: 'extra' } : body;
}
