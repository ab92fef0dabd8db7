import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { mentionsOf } from '../mentions/mentions.ts';
import { type Surveyed, survey, wrongMention } from './mention-check.ts';
import { reporter } from './rule.ts';

const report = reporter('contract-refers');

/** The parameters, values, operations and properties that `x-contract` names exist in the spec. */
export function contractRefers(spec: Spec): Problem[] {
  const operations = survey(spec);
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const missing = operations.flatMap(mentionsOf).flatMap((mention) => {
    const message = wrongMention(mention, byId);
    return message === undefined ? [] : [report(mention.at, message)];
  });
  return distinct([...missing, ...operations.flatMap(unfillable), ...cyclicNeeds(operations, report)]);
}

function unfillable({ parameters }: Surveyed): Problem[] {
  return parameters
    .filter(({ discover, variable }) => discover !== undefined && variable === undefined)
    .map(({ name, pointer }) =>
      report(
        joinPointer(pointer, 'x-contract', 'discover'),
        `\`discover\` fills a variable, but \`${name}\` has none. Add \`x-variable\`.`,
      ),
    );
}

/** Operations that share parameters share their problems. */
function distinct(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [`${problem.pointer} ${problem.message}`, problem]));
  return [...byText.values()];
}

/** One operation needs a response of another one, and so is sent after it. */
type Need = { readonly at: string; readonly of: string; readonly other: string };

/** Reports cyclic needs, for which no order of the requests is possible. */
function cyclicNeeds(
  operations: readonly Surveyed[],
  report: (pointer: string, message: string) => Problem,
): Problem[] {
  const needs = operations.flatMap(needsOf);
  return needs
    .filter(({ of, other }) => reaches(needs, other, of))
    .map(({ at, of, other }) => {
      const back = of === other ? 'itself' : `\`${other}\`, which needs it in turn`;
      return report(
        at,
        `\`${of}\` needs a response of ${back}. No order of the requests is possible; remove one of these references.`,
      );
    });
}

function needsOf({ id, contract, parameters }: Surveyed): Need[] {
  const { list, relations } = contract;
  const detail = list?.detail;
  return [
    // The detail operation is sent after the list.
    ...(detail === undefined ? [] : [{ at: detail.pointer, of: detail.operation, other: id }]),
    ...relations.flatMap(({ pointer, rule }) =>
      (rule.kind === 'equals' ? rule.operands : []).flatMap((operand) =>
        'operation' in operand ? [{ at: pointer, of: id, other: operand.operation }] : [],
      ),
    ),
    ...parameters.flatMap(({ pointer, discover }) =>
      discover === undefined
        ? []
        : [{ at: joinPointer(pointer, 'x-contract', 'discover'), of: id, other: discover.operation }],
    ),
  ];
}

function reaches(needs: readonly Need[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    for (const { of, other } of needs) if (of === name) seen.add(other);
  }
  return seen.has(to);
}
