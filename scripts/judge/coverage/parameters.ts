import type { Case } from '../../cases/case.ts';
import type { Parameter } from '../../model/api.ts';
import { type CoverageKind, toItem } from './item.ts';

/** Parameters that were sent, and answered as they were to be. */
export const parameters: CoverageKind = (operation, { exercised, whyNot }) => {
  const sent = exercised(operation);
  return operation.parameters.map((parameter) => {
    const sends = (testCase: Case): boolean => valuesIn(testCase, parameter).length > 0;
    return toItem(sent.some(sends), () => ({
      operationId: operation.id,
      what: 'parameter',
      name: parameter.name,
      reason: whyNot(operation, sends, parameter.exemplified ? unsent : { ...unsent, unmade: noExample }),
    }));
  });
};

const noExample = 'it has no example that could be sent';

/** Why something was not sent, where nothing else is known. */
export const unsent = {
  judged: 'no answer to it had a status that it was to get',
  unmade: 'no case sends it',
} as const;

/** What a case sends as the parameter. */
export function valuesIn({ outgoing }: Case, { name, in: place }: Parameter): unknown[] {
  return outgoing.parameters
    .filter(({ parameter, disabled }) => !disabled && parameter.name === name && parameter.in === place)
    .flatMap(({ value }) => value);
}
