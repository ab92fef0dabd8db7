import type { HeaderTable } from '../model/expectation.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance.ts';
import type { ReceivedResponse } from './response.ts';
import { expectedBy, type SchemaError, type Validator } from './schema-error.ts';
import { judge } from './step-limit.ts';

/** Required headers are there, and documented ones match their schema. */
export function checkHeaders(
  { documented, header }: ReceivedResponse,
  validators: readonly Validator[],
): Outcome[] {
  if (documented === undefined) return [];
  return documented.headers.flatMap((clause): Outcome[] => {
    const value = header(clause.name);
    const verdict = verdictOf(weaker(documented.provenance, clause.provenance));
    const shared = { check: 'headers', pointer: clause.pointer } as const;
    if (value === undefined) {
      if (!clause.required) return [];
      const message = `the header ${clause.name} is missing`;
      return [{ ...shared, verdict, message, expected: `a header ${clause.name}`, actual: 'absent' }];
    }
    const { broken, notChecked } = firstError(clause, value, validators);
    if (notChecked !== '')
      return [
        {
          ...shared,
          verdict: 'inconclusive',
          message: `the header ${clause.name} can't be checked: ${notChecked}`,
        },
      ];
    if (broken === undefined)
      return [{ ...shared, verdict: 'passed', message: `${clause.name} is as documented` }];
    const expected = expectedBy(broken);
    const message = `the header ${clause.name}: expected ${expected}`;
    return [{ ...shared, verdict, message, expected, actual: value, pointer: broken.schemaPath }];
  });
}

/** A header is text; it is right if any reading of the text as a value is valid (style `simple`). */
function firstError(
  clause: HeaderTable,
  text: string,
  validators: readonly Validator[],
): { readonly broken?: SchemaError | undefined; readonly notChecked: string } {
  const validator = validators[clause.validator];
  if (validator === undefined) return { notChecked: '' };
  const items = text.split(',').map((item) => item.trim());
  let reason = '';
  for (const value of [text, ...scalars(text), items, items.map((item) => scalars(item)[0] ?? item)]) {
    const { errors, notChecked } = judge(validator, value);
    if (errors.length > 0) continue;
    if (notChecked === '') return { notChecked };
    reason = notChecked;
  }
  if (reason !== '') return { notChecked: reason };
  return { broken: judge(validator, scalars(text)[0] ?? text).errors[0], notChecked: '' };
}

function scalars(text: string): unknown[] {
  if (/^-?\d+(\.\d+)?$/.test(text)) return [Number(text)];
  return text === 'true' || text === 'false' ? [text === 'true'] : [];
}
