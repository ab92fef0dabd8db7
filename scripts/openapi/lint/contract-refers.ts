import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { mentionsOf } from '../mentions/mentions.ts';
import { cyclicNeeds } from './contract-circles.ts';
import { wrongMention } from './mention-check.ts';
import { reporter } from './rule.ts';
import { type Surveyed, survey } from './survey.ts';

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
