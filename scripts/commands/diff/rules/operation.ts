import type { Located } from '../../../model/operations.ts';
import type { OperationObject } from '../../../model/spec.ts';
import { provenanceChange } from './annotations.ts';
import { compareContents } from './contents.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, keyChanges, placeOf, plainChange, presence } from './found-change.ts';
import { lifecycleRows, type Specs } from './lifecycle.ts';
import { both, type Pair } from './pair.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { isSame } from './same.ts';
import { contextOf } from './schema-context.ts';
import { compareSecurity } from './security.ts';
import { compareServers } from './servers.ts';

/** All changes to an operation that both specs have (OpenAPI 3.1, section 4.8.10). */
export function compareOperation(specs: Specs, located: Pair<Located>): FoundChange[] {
  const operations = both(located, ({ operation }) => operation);
  return [
    ...compareItself(specs, located),
    ...compareServers(specs, located),
    ...compareSecurity(specs, operations),
    ...compareParameters(specs, located),
    ...compareBody(specs, operations),
    ...compareResponses(specs, operations),
    ...compareContract(specs, operations),
  ];
}

function compareItself(specs: Specs, located: Pair<Located>): FoundChange[] {
  const { base, revision } = both(located, ({ operation }) => operation);
  const known = provenanceChange(specs, { base, revision });
  const isMoved = withoutNames(located.base.name) !== withoutNames(located.revision.name);
  const move = `is now \`${located.revision.name}\` instead of \`${located.base.name}\``;
  const rename = `is the new name of \`${idOf(located.base)}\``;
  return [
    ...(isMoved ? [plainChange('operation-moved', move, placeOf(specs, { revision }))] : []),
    ...keyChanges(specs, { base, revision }, [
      base.operationId !== revision.operationId && ['operationId', rename, 'operation-id-changed'],
      ...lifecycleRows(specs, 'operation', undefined, { base, revision }),
      known !== undefined && ['x-provenance', known, 'provenance-changed'],
      !isSame(base.callbacks, revision.callbacks, 'callbacks') && [
        'callbacks',
        'has other callbacks',
        'callbacks-changed',
      ],
    ]),
  ];
}

/** The Request Body Object (OpenAPI 3.1, section 4.8.13). */
function compareBody(specs: Specs, operations: Pair<OperationObject>): FoundChange[] {
  const { base, revision } = both(operations, ({ requestBody }) => requestBody);
  if (revision === undefined)
    return base === undefined
      ? []
      : [plainChange('request-body-removed', 'no longer takes a body', placeOf(specs, { base }))];
  const isRequired = revision.required === true;
  if (base === undefined) {
    const text = `new ${isRequired ? 'required' : 'optional'} body`;
    const rule = isRequired ? 'request-body-added-required' : 'request-body-added';
    return [plainChange(rule, text, placeOf(specs, { revision }))];
  }
  const isSameNeed = isRequired === (base.required === true);
  const need = isRequired ? 'required' : 'optional';
  const text = `the body ${presence.request[need]}`;
  const holder = { whole: 'the body', of: (path: string) => `body property \`${path}\`` };
  return [
    ...(isSameNeed
      ? []
      : [plainChange(`request-body-${need}`, text, placeOf(specs, { revision }, 'required'))]),
    ...compareContents({ base, revision }, contextOf(specs, 'request', holder)),
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
