import type { Fault } from './fault.ts';

/** Faults of meaning: every answer is of the right form, and wrong. */
export const semanticFaults: readonly Fault[] = [
  {
    id: 'semantic-status-ignored',
    class: 'semantic',
    title: 'The filter `status` has no effect',
    apply: (answer, { request, ask }) => {
      const { status, ...query } = request.query;
      return answer.status === 200 && status !== undefined ? ask({ ...request, query }) : answer;
    },
  },
];
