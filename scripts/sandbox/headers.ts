import type { HeaderTable } from '../model/expectation.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance.ts';
import { readHeader } from './header-value.ts';
import { parseNumbers } from './numbers.ts';
import type { ReceivedResponse } from './response.ts';
import { expectedBy, type SchemaError, type Validator } from './schema-error.ts';
import { judge } from './step-limit.ts';

/** Required headers are there, and documented ones match their schema. */
export function checkHeaders(
  { documented, header, lines }: ReceivedResponse,
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
    const { broken, notChecked } = checkValue(clause, value, lines(clause.name), validators);
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
    const { expected, pointer = clause.pointer } = broken;
    const message = `the header ${clause.name}: expected ${expected}`;
    return [{ ...shared, verdict, message, expected, actual: value, pointer }];
  });
}

type CheckedValue = {
  readonly broken?: { readonly expected: string; readonly pointer?: string };
  readonly notChecked: string;
};

const unchecked: CheckedValue = { notChecked: '' };

/** The header is right if any reading of its text as a value is valid. */
function checkValue(
  { validator: number, content, form }: HeaderTable,
  text: string,
  lines: readonly string[],
  validators: readonly Validator[],
): CheckedValue {
  const validator = validators[number];
  if (content === 'other') return { notChecked: 'its media type is neither JSON nor text' };
  if (content === 'json') return checkJson(text, validator);
  if (validator === undefined) return unchecked;
  if (content === 'text') return firstValid([text], validator);
  // Lines of Set-Cookie are not joined (RFC 9110, section 5.3), and a server may set further cookies.
  const isList = form.kinds.indexOf('array') >= 0;
  if (lines.length > 0)
    return firstValid(isList ? [lines] : lines.flatMap((line) => readHeader(line, form)), validator);
  return firstValid(readHeader(text, form), validator, text);
}

function checkJson(text: string, validator: Validator | undefined): CheckedValue {
  try {
    const value = parseNumbers(text);
    return validator === undefined ? unchecked : firstValid([value], validator, text);
  } catch {
    return { notChecked: '', broken: { expected: 'JSON' } };
  }
}

/** If no reading is valid, what is wrong with the first one. */
function firstValid(readings: readonly unknown[], validator: Validator, text = ''): CheckedValue {
  const judged = readings.map((value) => judge(validator, value, text));
  const possible = judged.filter(({ errors }) => errors.length === 0);
  if (possible.some(({ notChecked }) => notChecked === '')) return unchecked;
  const [open] = possible;
  if (open !== undefined) return { notChecked: open.notChecked };
  const [first] = judged;
  return { notChecked: '', ...(first !== undefined && { broken: toBroken(first.errors) }) };
}

function toBroken([error]: readonly SchemaError[]): NonNullable<CheckedValue['broken']> {
  return error === undefined
    ? { expected: 'another value' }
    : { expected: expectedBy(error), pointer: error.schemaPath };
}
