import type { ProvenanceTable, ResponseTable } from '../model/expectation.ts';
import { isJson } from '../model/media-type.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance.ts';
import { limitOutcomes } from './limit-outcomes.ts';
import { findContent } from './media-type.ts';
import { holderOf, memberOf } from './numbers.ts';
import type { ReceivedResponse } from './response.ts';
import { expectedBy, foundBy, type SchemaError, type Validator } from './schema-error.ts';
import { judge } from './step-limit.ts';
import type { ParsedBody } from './strict-json.ts';
import type { Tables } from './tables.ts';
import { checkUndocumented } from './undocumented.ts';

/**
 * The body is strict JSON, and matches the schema of its status and media type.
 * @param note receives the schema errors
 */
export function checkBody(
  response: ReceivedResponse,
  { validators, described, provenances }: Pick<Tables, 'validators' | 'described' | 'provenances'>,
  note: (errors: readonly SchemaError[]) => void,
): Outcome[] {
  const { documented } = response;
  const mediaType = findContent(response);
  if (documented === undefined || mediaType === undefined || !isJson(response.header('Content-Type') || ''))
    return [];
  const { pointer } = documented;
  const parsed = parse(response);
  if ('error' in parsed) return [toUnparsed(parsed, documented)];
  const json = checkCharset(response, pointer);
  const number = documented.contents[mediaType] ?? -1;
  const validator = validators[number];
  if (validator === undefined) return [json];
  return [
    json,
    ...checkSchema(validator, { value: parsed.value, text: response.body.text }, documented, {
      provenances,
      note,
    }),
    ...checkUndocumented(parsed.value, number, described, pointer),
  ];
}

/**
 * The `charset` of JSON "really has no effect" (RFC 8259, section 11). But some clients decode what is declared in units of
 * more than a byte: drift.
 */
function checkCharset({ header }: ReceivedResponse, pointer: string): Outcome {
  const [, charset = ''] = /;\s*charset\s*=\s*"?([^;"\s]+)/i.exec(header('Content-Type') || '') || [];
  if (!/^(utf|ucs)-?(2|4|16|32)/i.test(charset))
    return { check: 'json', verdict: 'passed', message: 'the body is strict JSON' };
  const message = `the body is declared as ${charset}, and JSON is UTF-8`;
  return { check: 'json', verdict: 'drift', message, expected: 'no charset', actual: charset, pointer };
}

function checkSchema(
  validator: Validator,
  { value, text }: { readonly value: unknown; readonly text: string },
  documented: ResponseTable,
  { provenances, note }: { provenances: ProvenanceTable; note: (errors: readonly SchemaError[]) => void },
): Outcome[] {
  const { errors, notChecked } = judge(validator, value, text);
  if (errors.length === 0 && notChecked === '')
    return [{ check: 'schema', verdict: 'passed', message: 'the body is valid' }];
  note(errors);
  const holder = holderOf(value, text);
  const exact = holder === undefined ? value : memberOf(holder, '0');
  return [
    ...toOutcomes(errors, exact, documented, provenances),
    ...(notChecked === '' ? [] : [toNotChecked(notChecked, documented)]),
  ];
}

/** JSON is UTF-8, whatever charset is declared (RFC 8259, sections 8.1 and 11). */
function parse({ header, body }: ReceivedResponse): ParsedBody {
  return undecoded((header('Content-Encoding') || 'identity').trim(), body.text) || body.parse();
}

/**
 * Newman and Postman decode one of these codings (RFC 9110, section 8.4.1); `contract` decodes several, and `x-gzip`. Bytes
 * that are compressed are not UTF-8.
 */
function undecoded(coding: string, text: string): Extract<ParsedBody, { error: string }> | undefined {
  const [unknown] = coding
    .split(/\s*,\s*/)
    .filter((one) => !/^(x-gzip|gzip|deflate|br|identity|)$/i.test(one));
  if (unknown !== undefined)
    return { error: `it has the Content-Encoding ${unknown}, which the request does not accept` };
  if (/^(gzip|deflate|br|identity)$/i.test(coding) || text.indexOf('\ufffd') < 0) return undefined;
  return { error: `its Content-Encoding ${coding} is not decoded here`, unread: true };
}

function toUnparsed(
  { error, unread }: Extract<ParsedBody, { error: string }>,
  { provenance, pointer }: ResponseTable,
): Outcome {
  if (unread) {
    return {
      check: 'json',
      verdict: 'inconclusive',
      message: `the body can't be checked: ${error}`,
      pointer,
    };
  }
  const message = `the body is not strict JSON: ${error}`;
  const verdict = verdictOf(provenance);
  return { check: 'json', verdict, message, expected: 'strict JSON', actual: error, pointer };
}

/** If a pattern was not tried, it is unknown whether the clauses that depend on it hold. */
function toNotChecked(reason: string, { pointer }: ResponseTable): Outcome {
  return {
    check: 'schema',
    verdict: 'inconclusive',
    message: `a part of the body can't be checked: ${reason}`,
    pointer,
  };
}

/** One outcome for each broken clause, even if several parts of the body break it. */
function toOutcomes(
  errors: readonly SchemaError[],
  value: unknown,
  documented: ResponseTable,
  provenances: ProvenanceTable,
): Outcome[] {
  const groups = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const key = `${error.schemaPath} ${JSON.stringify(error.params)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [error]);
    else group.push(error);
  }
  const found = rememberFound(value);
  const outcomes = [...groups.values()].map((group) => toOutcome(group, found, documented, provenances));
  return limitOutcomes(outcomes, 'properties that are not allowed', ({ pointer = '' }) =>
    ofNames.test(pointer),
  );
}

/** Clauses that are broken once for each property name that the spec does not have. */
const ofNames = /\/(additionalProperties|unevaluatedProperties|propertyNames)$/;

/** What errors found. A large object with many names that are not allowed is converted to text only once. */
function rememberFound(value: unknown): (error: SchemaError) => string {
  const known = new Map<string, string>();
  return (error) => {
    const key = `${error.keyword} ${error.instancePath}`;
    const found = known.get(key) ?? foundBy(error, value);
    known.set(key, found);
    return found;
  };
}

function toOutcome(
  group: readonly SchemaError[],
  found: (error: SchemaError) => string,
  documented: ResponseTable,
  provenances: ProvenanceTable,
): Outcome {
  const [first] = group;
  if (first === undefined) throw new Error('an empty group of schema errors');
  const place = first.instancePath === '' ? 'the body' : first.instancePath;
  const others = group.length > 1 ? ` (and in ${group.length - 1} more places)` : '';
  const expected = expectedBy(first);
  const provenance = weaker(documented.provenance, provenanceOf(provenances, first.schemaPath));
  return {
    check: 'schema',
    verdict: verdictOf(provenance),
    message: `${place}: expected ${expected}${others}`,
    expected,
    actual: found(first),
    pointer: first.schemaPath,
    instance: first.instancePath,
  };
}

/** The provenance of the clause itself, or of the nearest ancestor that has one. */
function provenanceOf(provenances: ProvenanceTable, pointer: string): ProvenanceTable[string] {
  for (let rest = pointer; rest !== ''; rest = rest.slice(0, rest.lastIndexOf('/'))) {
    const found = provenances[rest];
    if (found !== undefined) return found;
  }
  return 'documented';
}
