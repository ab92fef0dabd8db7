import type { Problem } from '../../base/problem.ts';
import type { Api, Operation } from '../../model/api.ts';
import type { Spec } from '../../model/spec.ts';
import { withBoundedPatterns } from './patterns.ts';
import {
  describedBy,
  provenancesIn,
  schemaPointers,
  toOperationTables,
  toProvenanceTable,
} from './tables.ts';
import { compileValidators } from './validators.ts';

/** The sources of the scripts in the collections, before they are bundled. */
export type Sources = {
  /** Schemas that can't be compiled. With such problems there is nothing to bundle. */
  readonly problems: readonly Problem[];
  /**
   * Sets the global `contract` in Postman's sandbox. It and `contractMemory` outlive the script, because a run has one
   * sandbox.
   */
  readonly runtime: string;
  /** Registers the tables of these operations and the validators of their schemas with `contract`. */
  readonly tablesOf: (operations: readonly Operation[]) => string;
};

export function toSources(spec: Spec, api: Api): Sources {
  const { problems, codeOf } = compileValidators(spec, schemaPointers(api.operations));
  const provenances = toProvenanceTable(spec);
  const tablesOf = (operations: readonly Operation[]): string => {
    const pointers = schemaPointers(operations);
    const code = withBoundedPatterns(codeOf(pointers));
    return `
      ${code.replace('"use strict";', '').replace(/^export const /gm, 'const ')}
      contract.register({
        operations: ${toLiteral(toOperationTables(spec, api, operations, pointers))},
        provenances: ${toLiteral(provenancesIn(provenances, code))},
        described: ${toLiteral(describedBy(operations, pointers))},
        validators: [${pointers.map((_, index) => `v${index}`).join(', ')}],
      });`;
  };
  return { problems, runtime: toRuntime(api), tablesOf };
}

/** JavaScript of a table. As a literal, a member `__proto__` would set the prototype. */
function toLiteral(table: object): string {
  return JSON.stringify(table, null, 1).replace(/(?<!\\)"__proto__":/g, '["__proto__"]:');
}

function toRuntime({ variables }: Api): string {
  const needs = variables.map(({ name, kind, window, discover }) => ({
    name,
    kind,
    ...(window && { window }),
    ...(discover && { discovered: discover.operation }),
  }));
  return `
    import { checkResponse } from './check.ts';
    import { createMemory } from './memory.ts';
    import { fillBody } from './fill-body.ts';
    import { need } from './required-values.ts';
    import { prepare } from './prepare.ts';
    import { findDuplicate, isInteger, isMultiple, isPattern } from './keywords.ts';
    import { toPattern } from './step-limit.ts';
    import { register } from './tables.ts';
    import { setFirstPage } from './paginate.ts';
    const needs = ${JSON.stringify(needs, null, 1)};
    if (typeof contractMemory === 'undefined') contractMemory = createMemory();
    contract = {
      register: (tables) => register(tables, contractMemory.tables),
      check: (pm, expectation, wait) => checkResponse(pm, contractMemory, expectation, wait),
      need: (pm, names) => need(pm, names, contractMemory.history),
      pattern: toPattern,
      findDuplicate,
      isInteger,
      isMultiple,
      isPattern,
      firstPage: setFirstPage,
      fill: fillBody,
      prepare: (pm, preparing = {}) => prepare(pm, needs, contractMemory.history, preparing),
    };`;
}
