import { isObject } from '../../base/read.ts';
import type { Case } from '../../cases/case.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Api, Parameter } from '../../model/api.ts';
import { mostValues, valuesOf } from '../../model/derived.ts';
import type { CaseResult, Coverage, Covered, Gap } from '../../model/run-result.ts';
import { type PartsOf, toEvidence } from './evidence.ts';
import { properties } from './properties.ts';

/** Which parts of the spec were exercised in at least one region, and why the others were not. */
export function toCoverage(api: Api, plan: Plan, cases: readonly CaseResult[], floor?: number): Coverage {
  const evidence = toEvidence(plan, cases);
  const count = (what: Gap['what'], partsOf: PartsOf): Counted => {
    const parts = api.operations.flatMap((operation) =>
      partsOf(operation, evidence).map((part) => ({ operationId: operation.id, ...part })),
    );
    const gaps = parts.flatMap(({ operationId, exercised, reason, ...names }) =>
      exercised ? [] : [{ operationId, what, ...names, reason: reason() }],
    );
    return { covered: { documented: parts.length, exercised: parts.length - gaps.length }, gaps };
  };
  const counted = {
    operations: count('operation', operations),
    responses: count('status', responses),
    parameters: count('parameter', parameters),
    values: count('enum value', values),
    properties: count('property', properties),
    headers: count('header', headers),
  };
  const all = Object.values(counted);
  const { covered: operation } = counted.operations;
  const { covered: response } = counted.responses;
  return {
    operations: { documented: operation.documented, judged: operation.exercised },
    responses: { documented: response.documented, provoked: response.exercised },
    parameters: counted.parameters.covered,
    values: counted.values.covered,
    properties: counted.properties.covered,
    headers: counted.headers.covered,
    percent: percentOf(all.map(({ covered }) => covered)),
    ...(floor !== undefined && { floor }),
    gaps: all.flatMap(({ gaps }) => gaps),
  };
}

type Counted = { readonly covered: Covered; readonly gaps: readonly Gap[] };

/** Operations: exercised if a response of one was judged. */
const operations: PartsOf = (operation, { isJudged, whyNot }) => {
  const reasons = { judged: 'it was not judged', noCase: 'no test case is about it' };
  return [{ exercised: isJudged(operation), reason: () => whyNot(operation, () => true, reasons) }];
};

/** Documented responses: exercised if one was received. */
const responses: PartsOf = (operation, evidence) =>
  operation.responses.map((response) => ({
    exercised: evidence.responses(operation, response).length > 0,
    status: response.status,
    reason: () => evidence.whyNoResponse(operation, response),
  }));

/** Parameters: exercised if a case sent one and received an expected status. */
const parameters: PartsOf = (operation, { exercised, whyNot }) => {
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
const values: PartsOf = (operation, { exercised, whyNot }) => {
  const sent = exercised(operation);
  return operation.parameters.flatMap((parameter) => {
    const documented = documentedValues(parameter);
    const isLong = documented.length > mostValues;
    const noCase = isLong
      ? `the parameter has more than ${mostValues} values, and only some of them are sent`
      : reasons.noCase;
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

const reasons = { judged: 'no response to it had an expected status', noCase: 'no test case sends it' };

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

/** Headers of documented responses: exercised if a response had one. */
const headers: PartsOf = (operation, evidence) =>
  operation.responses.flatMap((response) => {
    const received = evidence.responses(operation, response);
    return response.headers.map(({ name }) => ({
      exercised: received.some(({ headers: own }) => own?.[name.toLowerCase()] !== undefined),
      name,
      status: response.status,
      reason: () =>
        received.length > 0 ? 'no response has it' : evidence.whyNoResponse(operation, response),
    }));
  });

function percentOf(counts: readonly Covered[]): number {
  const documented = counts.reduce((sum, one) => sum + one.documented, 0);
  const exercised = counts.reduce((sum, one) => sum + one.exercised, 0);
  return documented === 0 ? 100 : Math.floor((1000 * exercised) / documented) / 10;
}
