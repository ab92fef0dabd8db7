import type { Located } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { provenanceChange } from './annotations.ts';
import { compareBody } from './body.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, type Pair, placeOf, plainChange, sayRows } from './found-change.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { isSame } from './same.ts';
import { compareSecurity } from './security.ts';
import { compareServers } from './servers.ts';

/** All changes to an operation that both specs have (OpenAPI 3.1, section 4.8.10). */
export function compareOperation(specs: Pair<Spec>, located: Pair<Located>): FoundChange[] {
  const operations = { base: located.base.operation, revision: located.revision.operation };
  return [
    ...compareItself(specs, located),
    ...compareServers(specs, located),
    ...compareSecurity(specs, operations),
    ...compareParameters(specs, located),
    ...compareBody(specs, operations),
    ...compareResponses(specs, operations),
    ...compareContract(specs, operations, ''),
  ];
}

function compareItself(specs: Pair<Spec>, located: Pair<Located>): FoundChange[] {
  const [{ operation: base }, { operation: revision }] = [located.base, located.revision];
  const isDeprecated = revision.deprecated === true;
  const known = provenanceChange(specs, { base, revision });
  const moved = withoutNames(located.base.name) !== withoutNames(located.revision.name);
  const move = `is now \`${located.revision.name}\` instead of \`${located.base.name}\``;
  return [
    ...(moved ? [plainChange(move, true, placeOf(specs, { revision }))] : []),
    ...sayRows(specs, { base, revision }, [
      base.operationId !== revision.operationId && [
        'operationId',
        `is the new name of \`${idOf(located.base)}\``,
        false,
      ],
      isDeprecated !== (base.deprecated === true) && [
        'deprecated',
        `is ${isDeprecated ? 'now' : 'no longer'} deprecated`,
        false,
      ],
      known !== undefined && ['x-provenance', known, false],
      !isSame(base.callbacks, revision.callbacks, 'callbacks') && ['callbacks', 'has other callbacks', true],
    ]),
  ];
}

/** The operationId, or else `GET /path`. */
export function idOf({ operation, name }: Located): string {
  return operation.operationId ?? name;
}

/** Names of path parameters are not sent, so they do not count. */
export function withoutNames(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, '{}');
}
