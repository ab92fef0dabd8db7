import type { OperationObject, Spec } from '../../../model/spec.ts';
import { compareContents } from './contents.ts';
import { type FoundChange, type Pair, placeOf, plainChange } from './found-change.ts';
import { createIsNew, type SchemaContext } from './schema-context.ts';

/** The Request Body Object (OpenAPI 3.1, section 4.8.13). */
export function compareBody(specs: Pair<Spec>, operations: Pair<OperationObject>): FoundChange[] {
  const [before, now] = [operations.base.requestBody, operations.revision.requestBody];
  if (before === undefined && now === undefined) return [];
  if (now === undefined)
    return [plainChange('no longer takes a body', true, placeOf(specs, { base: before }))];
  const isRequired = now.required === true;
  if (before === undefined) {
    const text = `new ${isRequired ? 'required' : 'optional'} body`;
    return [plainChange(text, isRequired, placeOf(specs, { revision: now }))];
  }
  const at: SchemaContext = {
    ...{ specs, side: 'request', path: '', isNew: createIsNew() },
    holder: { whole: 'the body', of: (path) => `body property \`${path}\`` },
  };
  const required =
    isRequired === (before.required === true)
      ? []
      : [
          plainChange(
            `the body ${isRequired ? 'is now required' : 'may now be left out'}`,
            isRequired,
            placeOf(specs, { base: before, revision: now }, 'required'),
          ),
        ];
  return [...required, ...compareContents({ base: before, revision: now }, at)];
}
