import type { Api, Header, Operation, Response } from '../../model/api.ts';
import { derivedOf } from '../../model/derived.ts';
import { toDescribed } from '../../model/described.ts';
import type {
  Described,
  HeaderTable,
  OperationTable,
  ProvenanceTable,
  ResponseTable,
} from '../../model/expectation.ts';
import { toHeaderForm } from '../../model/header-form.ts';
import { essence, isJson } from '../../model/media-type.ts';
import { provenanceAt } from '../../model/provenance.ts';
import { sortKeys } from '../../model/sort-keys.ts';
import type { Spec } from '../../model/spec.ts';
import { walk } from '../../model/walk.ts';
import { clauseProvenances } from '../../openapi/mentions/clause-provenances.ts';

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
  const { name, pointer, required, provenance, mediaType, form, explode } = header;
  return {
    ...{ name, pointer, required, provenance, validator: numberOf(header.schema, pointers) },
    ...(mediaType !== undefined && { content: contentOf(mediaType) }),
    form: toHeaderForm(form, explode),
  };
}

function contentOf(mediaType: string): NonNullable<HeaderTable['content']> {
  if (isJson(mediaType)) return 'json';
  return essence(mediaType).startsWith('text/') ? 'text' : 'other';
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
