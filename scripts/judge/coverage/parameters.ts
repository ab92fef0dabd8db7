import { isObject } from '../../base/read.ts';
import type { Case } from '../../cases/case.ts';
import type { Parameter } from '../../model/api.ts';
import { mostValues, valuesOf } from '../../model/derived.ts';
import type { PartsOf } from './evidence.ts';

/** Parameters: exercised if a case sent one and received an expected status. */
export const parameters: PartsOf = (operation, { exercised, whyNot }) => {
  const sent = exercised(operation);
  return operation.parameters.map((parameter) => {
    const sends = (testCase: Case): boolean => valuesIn(testCase, parameter).length > 0;
    const noCase = parameter.exemplified ? reasons.noCase : 'it has no example that could be sent';
    return {
      exercised: sent.some(sends),
      name: parameter.name,
      reason: () => whyNot(operation, sends, { ...reasons, noCase }),
    };
  });
};

/** Values of parameters with few values: exercised as the parameters are. */
export const values: PartsOf = (operation, { exercised, whyNot }) => {
  const sent = exercised(operation);
  return operation.parameters.flatMap((parameter) => {
    const documented = documentedValues(parameter);
    const isLong = documented.length > mostValues;
    const noCase = isLong ? `of more than ${mostValues} values only some are sent` : reasons.noCase;
    return documented.map((value) => {
      const sends = (testCase: Case): boolean =>
        valuesIn(testCase, parameter).some((own) => String(own) === value);
      return {
        exercised: sent.some(sends),
        name: `${parameter.name}=${value}`,
        reason: () => whyNot(operation, sends, { ...reasons, noCase }),
      };
    });
  });
};

const reasons = { judged: 'no response to it had an expected status', noCase: 'no case sends it' };

/** For an array, the values of its items. */
function documentedValues({ schema }: Parameter): string[] {
  const items = 'items' in schema && isObject(schema.items) ? schema.items : {};
  return (valuesOf(schema) ?? valuesOf(items) ?? []).map(String);
}

function valuesIn({ outgoing }: Case, { name, in: place }: Parameter): unknown[] {
  return outgoing.parameters
    .filter(({ parameter, disabled }) => !disabled && parameter.name === name && parameter.in === place)
    .flatMap(({ value }) => value);
}
