import type { Api, Header, Operation, Response } from '../../model/api.ts';
import type { Provenance } from '../../model/contract.ts';
import { derivedOf } from '../../model/derived.ts';
import { toDescribed } from '../../model/described.ts';
import type {
  Described,
  HeaderTable,
  OperationTable,
  ProvenanceTable,
  ResponseTable,
} from '../../model/expectation.ts';
import { isJson } from '../../model/media-type.ts';
import { provenanceAt, weaker } from '../../model/provenance.ts';
import { sortKeys } from '../../model/sort-keys.ts';
import type { Spec } from '../../model/spec.ts';
import { walk } from '../../model/walk.ts';
import { detailMentions, pageMentions } from '../../openapi/mentions/list.ts';
import { relationMentions } from '../../openapi/mentions/relation.ts';
import { propertyProvenance } from '../../openapi/mentions/schema-at.ts';

/** The pointers of all response schemas of these operations, each once. */
export function schemaPointers(operations: readonly Operation[]): string[] {
  const responses = operations.flatMap((operation) => operation.responses);
  const bodies = responses.flatMap(({ contents }) => contents.flatMap(({ schema }) => schema ?? []));
  const headers = responses.flatMap((response) => response.headers.flatMap(({ schema }) => schema ?? []));
  return [...new Set([...bodies, ...headers])].sort();
}

/** The described properties of those schemas, in the same order. */
export function describedBy(operations: readonly Operation[], pointers: readonly string[]): Described[] {
  const contents = operations.flatMap(({ responses }) => responses.flatMap((response) => response.contents));
  return toDescribed(pointers.map((pointer) => contents.find(({ schema }) => schema === pointer)?.form));
}

/** The tables that the checks of each operation need. The number of a validator is its index in `pointers`. */
export function toOperationTables(
  spec: Spec,
  api: Api,
  operations: readonly Operation[],
  pointers: readonly string[],
): Record<string, OperationTable> {
  return Object.fromEntries(
    operations.map((operation) => [operation.id, toTable(spec, api, operation, pointers)]),
  );
}

function toTable(spec: Spec, api: Api, operation: Operation, pointers: readonly string[]): OperationTable {
  const { id, pointer, path, responses, contract } = operation;
  const gives = api.variables.flatMap(({ name, discover }): [string, string][] =>
    discover?.operation === id ? [[name, discover.property]] : [],
  );
  const byStatus = responses.map(
    (response) => [response.status, toResponseTable(response, pointers)] as const,
  );
  return {
    pointer,
    path,
    responses: Object.fromEntries(byStatus),
    contract,
    marks: clauseProvenances(spec, operation, api.operations),
    derived: derivedOf(operation),
    ...(isReferred(id, api.operations) && { referred: true }),
    gives: Object.fromEntries(gives),
  };
}

/** Whether a relation takes a number from the responses of the operation. */
function isReferred(id: string, all: readonly Operation[]): boolean {
  return all.some(({ contract }) =>
    contract.relations.some(({ rule }) => {
      const operands = rule.kind === 'equals' ? rule.operands : [];
      return operands.some((operand) => 'operation' in operand && operand.operation === id);
    }),
  );
}

function toResponseTable(response: Response, pointers: readonly string[]): ResponseTable {
  const { pointer, provenance, contents, headers } = response;
  const numbered = contents.map(({ mediaType, schema }) => [mediaType, numberOf(schema, pointers)] as const);
  return {
    pointer,
    provenance,
    contents: Object.fromEntries(numbered),
    headers: headers.map((header) => toHeaderTable(header, pointers)),
  };
}

function toHeaderTable(header: Header, pointers: readonly string[]): HeaderTable {
  const { name, pointer, required, provenance } = header;
  return { name, pointer, required, provenance, validator: numberOf(header.schema, pointers) };
}

function numberOf(schema: string | undefined, pointers: readonly string[]): number {
  return schema === undefined ? -1 : pointers.indexOf(schema);
}

/** Every part of the spec that has its own provenance. */
export function toProvenanceTable(spec: Spec): ProvenanceTable {
  const table: Record<string, ProvenanceTable[string]> = {};
  walk(sortKeys(spec.bundle), (node, pointer) => {
    if ('x-provenance' in node) table[pointer] = provenanceAt(spec.bundle, pointer);
  });
  return table;
}

/** The entries that the code of some validators can report. */
export function provenancesIn(table: ProvenanceTable, code: string): ProvenanceTable {
  return Object.fromEntries(Object.entries(table).filter(([pointer]) => code.includes(`"${pointer}/`)));
}

/**
 * The provenance of each clause of an operation's contract that uses an undocumented property, by the pointer of the
 * clause. Clauses that only show that a filter or a sort order has an effect are left out.
 */
export function clauseProvenances(
  spec: Spec,
  { id, contract }: Operation,
  all: readonly Operation[],
): ProvenanceTable {
  const { list, relations } = contract;
  const mentions = [
    ...(list?.page === undefined ? [] : pageMentions(id, list.page)),
    ...(list?.detail === undefined ? [] : detailMentions(id, list.detail, list.items)),
    ...relations.flatMap((relation) => relationMentions(id, relation)),
  ];
  const marks: Record<string, Provenance> = {};
  for (const mention of mentions) {
    if (mention.to !== 'property') continue;
    const { at, each, pointer } = mention;
    const bodies = all.filter((other) => other.id === mention.operation).flatMap(bodiesOf);
    const provenance = propertyProvenance(spec, bodies, each === undefined ? pointer : `${each}/0${pointer}`);
    if (provenance !== 'documented') marks[at] = weaker(provenance, marks[at] ?? provenance);
  }
  return marks;
}

/** The JSON schemas of its successful responses. */
function bodiesOf({ responses }: Operation): readonly unknown[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.flatMap(({ contents }) =>
    contents.flatMap(({ mediaType, form }) => (isJson(mediaType) ? [form] : [])),
  );
}
