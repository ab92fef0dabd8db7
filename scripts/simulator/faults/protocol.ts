import { textOf } from '../answer.ts';
import type { Fault } from './fault.ts';

/** Faults of status, headers and bytes of a success. */
export const protocolFaults: readonly Fault[] = [
  {
    id: 'protocol-206',
    class: 'protocol',
    title: 'Successes have the status 206',
    apply: (answer) => (answer.status === 200 ? { ...answer, status: 206 } : answer),
  },
  {
    id: 'protocol-text-html',
    class: 'protocol',
    title: 'Successes are declared as HTML',
    apply: (answer) =>
      answer.status === 200
        ? { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/html' } }
        : answer,
  },
  {
    id: 'protocol-duplicate-key',
    class: 'protocol',
    title: 'The first key of a success stands there twice',
    apply: (answer) =>
      answer.status === 200
        ? { ...answer, text: textOf(answer).replace(/^\{("[^"]+":)/, '{$1null,$1') }
        : answer,
  },
  {
    id: 'protocol-truncated-json',
    class: 'protocol',
    title: 'Successes break off before their last character',
    apply: (answer) => (answer.status === 200 ? { ...answer, text: textOf(answer).slice(0, -1) } : answer),
  },
];
