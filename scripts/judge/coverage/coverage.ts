import { isObject } from '../../base/read.ts';
import type { Case } from '../../cases/case.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Api, Parameter } from '../../model/api.ts';
import { mostValues, valuesOf } from '../../model/derived.ts';
import type { CaseResult, Coverage, Covered } from '../../model/run-result.ts';
import { toEvidence } from './evidence.ts';
import { type CoverageItem, type CoverageKind, toItem } from './item.ts';
import { parameters, unsent, valuesIn } from './parameters.ts';
import { properties } from './properties.ts';
import { responses, whyNoAnswer } from './responses.ts';

/** Values of parameters that have but few, sent and answered as they were to be. */
const values: CoverageKind = (operation, { exercised, whyNot }) => {
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

/** Operations of which something was judged. */
const operations: CoverageKind = (operation, { isJudged, whyNot }) => [
  toItem(isJudged(operation), () => ({
    operationId: operation.id,
    what: 'operation',
    reason: whyNot(operation, () => true, {
      judged: 'it was not judged',
      unmade: 'no case is made for it',
    }),
  })),
];

/** Headers of documented answers, seen in one. */
const headers: CoverageKind = (operation, evidence) =>
  operation.responses.flatMap((response) => {
    const answers = evidence.answers(operation, response);
    return response.headers.map(({ name }) =>
      toItem(
        answers.some((answer) => answer.headers?.[name.toLowerCase()] !== undefined),
        () => ({
          operationId: operation.id,
          what: 'header',
          name,
          status: response.status,
          reason: answers.length > 0 ? 'no answer has it' : whyNoAnswer(operation, response, evidence),
        }),
      ),
    );
  });

/** What is counted, in the order in which it is told. */
const kinds = { operations, responses, parameters, values, properties, headers } as const;

/** Which of all that is documented was exercised in at least one region, and why the rest was not. */
export function toCoverage(api: Api, plan: Plan, cases: readonly CaseResult[], floor?: number): Coverage {
  const evidence = toEvidence(plan, cases);
  const itemsOf = (kind: CoverageKind): CoverageItem[] =>
    api.operations.flatMap((operation) => kind(operation, evidence));
  const items = {
    operations: itemsOf(kinds.operations),
    responses: itemsOf(kinds.responses),
    parameters: itemsOf(kinds.parameters),
    values: itemsOf(kinds.values),
    properties: itemsOf(kinds.properties),
    headers: itemsOf(kinds.headers),
  };
  const all = Object.values(items).flat();
  return {
    operations: { documented: items.operations.length, judged: count(items.operations).exercised },
    responses: { documented: items.responses.length, provoked: count(items.responses).exercised },
    parameters: count(items.parameters),
    values: count(items.values),
    properties: count(items.properties),
    headers: count(items.headers),
    percent: percentOf(count(all)),
    ...(floor !== undefined && { floor }),
    gaps: all.flatMap(({ gap }) => gap ?? []),
  };
}

function count(items: readonly CoverageItem[]): Covered {
  return { documented: items.length, exercised: items.filter(({ gap }) => gap === undefined).length };
}

function percentOf({ documented, exercised }: Covered): number {
  return documented === 0 ? 100 : Math.floor((1000 * exercised) / documented) / 10;
}
