import type { Located } from '../../../model/operations.ts';
import type { OperationObject, Spec } from '../../../model/spec.ts';
import { provenanceChange } from './annotations.ts';
import { compareContents } from './contents.ts';
import { compareContract } from './contract.ts';
import {
  deprecatedRow,
  type FoundChange,
  keyChanges,
  placeOf,
  plainChange,
  presence,
} from './found-change.ts';
import { both, type Pair } from './pair.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { isSame } from './same.ts';
import { contextOf } from './schema-context.ts';
import { compareSecurity } from './security.ts';
import { compareServers } from './servers.ts';

/** All changes to an operation that both specs have (OpenAPI 3.1, section 4.8.10). */
export function compareOperation(specs: Pair<Spec>, located: Pair<Located>): FoundChange[] {
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

function compareItself(specs: Pair<Spec>, located: Pair<Located>): FoundChange[] {
  const { base, revision } = both(located, ({ operation }) => operation);
  const known = provenanceChange(specs, { base, revision });
  const isMoved = withoutNames(located.base.name) !== withoutNames(located.revision.name);
  const move = `is now \`${located.revision.name}\` instead of \`${located.base.name}\``;
  const rename = `is the new name of \`${idOf(located.base)}\``;
  return [
    ...(isMoved ? [plainChange(move, true, placeOf(specs, { revision }))] : []),
    ...keyChanges(specs, { base, revision }, [
      base.operationId !== revision.operationId && ['operationId', rename, false],
      deprecatedRow(undefined, { base, revision }),
      known !== undefined && ['x-provenance', known, false],
      !isSame(base.callbacks, revision.callbacks, 'callbacks') && ['callbacks', 'has other callbacks', true],
    ]),
  ];
}

/** The Request Body Object (OpenAPI 3.1, section 4.8.13). */
function compareBody(specs: Pair<Spec>, operations: Pair<OperationObject>): FoundChange[] {
  const { base, revision } = both(operations, ({ requestBody }) => requestBody);
  if (revision === undefined)
    return base === undefined ? [] : [plainChange('no longer takes a body', true, placeOf(specs, { base }))];
  const isRequired = revision.required === true;
  if (base === undefined) {
    const text = `new ${isRequired ? 'required' : 'optional'} body`;
    return [plainChange(text, isRequired, placeOf(specs, { revision }))];
  }
  const isSameNeed = isRequired === (base.required === true);
  const text = `the body ${presence.request[isRequired ? 'required' : 'optional']}`;
  const holder = { whole: 'the body', of: (path: string) => `body property \`${path}\`` };
  return [
    ...(isSameNeed ? [] : [plainChange(text, isRequired, placeOf(specs, { revision }, 'required'))]),
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
