import type { Located } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { inherited } from './annotations.ts';
import { compareBody } from './body.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, keyPlace, type Pair, placeOf, say } from './found.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { isSame } from './same.ts';
import { compareSecurity } from './security.ts';
import { compareServers } from './servers.ts';

/** All that changed in an operation that both descriptions have (OpenAPI 3.1, section 4.8.10). */
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
  const place = (key: string): FoundChange['place'] => keyPlace(specs, { base, revision }, key);
  const isDeprecated = revision.deprecated === true;
  const known = inherited(specs, { base, revision });
  const moved = withoutNames(located.base.name) !== withoutNames(located.revision.name);
  return [
    ...(moved
      ? [
          say(
            `is now \`${located.revision.name}\` instead of \`${located.base.name}\``,
            true,
            placeOf(specs, { revision }),
          ),
        ]
      : []),
    ...(base.operationId === revision.operationId
      ? []
      : [say(`is the new name of \`${idOf(located.base)}\``, false, place('operationId'))]),
    ...(isDeprecated === (base.deprecated === true)
      ? []
      : [say(`is ${isDeprecated ? 'now' : 'no longer'} deprecated`, false, place('deprecated'))]),
    ...(known === undefined ? [] : [say(known, false, place('x-provenance'))]),
    ...(isSame(base.callbacks, revision.callbacks, 'callbacks')
      ? []
      : [say('has other callbacks', true, place('callbacks'))]),
  ];
}

/** The operationId, or else `GET /path`. */
export function idOf({ operation, name }: Located): string {
  return operation.operationId ?? name;
}

/** What a parameter of the path is called is nothing that is sent. */
export function withoutNames(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, '{}');
}
