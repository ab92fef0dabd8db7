import { isObject } from '../../base/read.ts';
import type { Case } from '../../cases/case.ts';
import type { Parameter } from '../../model/api.ts';
import { mostValues, valuesOf } from '../../model/derived.ts';
import { type CoverageKind, toItem } from './item.ts';
import { unsent, valuesIn } from './parameters.ts';

/** Values of parameters that have but few, sent and answered as they were to be. */
export const values: CoverageKind = (operation, { exercised, whyNot }) => {
  const sent = exercised(operation);
  return operation.parameters.flatMap((parameter) => {
    const documented = documentedValues(parameter);
    return documented.map((value) => {
      const sends = (testCase: Case): boolean =>
        valuesIn(testCase, parameter).some((own) => String(own) === value);
      return toItem(sent.some(sends), () => ({
        operationId: operation.id,
        what: 'enum value',
        name: `${parameter.name}=${value}`,
        reason: whyNot(operation, sends, documented.length > mostValues ? oneOfMany : unsent),
      }));
    });
  });
};

const oneOfMany = {
  ...unsent,
  unmade: `of more than ${mostValues} values of a parameter not each is sent`,
};

/** Of an array the values of its items. */
function documentedValues({ schema }: Parameter): string[] {
  const items = 'items' in schema && isObject(schema.items) ? schema.items : {};
  return (valuesOf(schema) ?? valuesOf(items) ?? []).map(String);
}
