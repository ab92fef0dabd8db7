import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import {
  describedBy,
  provenancesIn,
  schemaPointers,
  toOperationTables,
  toProvenanceTable,
} from '../checks/tables.ts';
import { compileValidators } from '../checks/validators.ts';
import type { Api, Operation } from '../model/api.ts';
import type { Spec } from '../model/spec.ts';
import type { Problem } from '../problem.ts';

export type Bundler = {
  /** Schemas that can't be compiled; then there is nothing to bundle. */
  readonly problems: readonly Problem[];
  /** What the script is made of, before it is translated and shortened. */
  readonly sourceOf: (operations: readonly Operation[]) => string;
  /**
   * A script that sets the global `contract` of Postman's sandbox, with `check` and `prepare` for these operations.
   * The global outlives the script, and so does `contractMemory`: a run of newman's or Postman's has one sandbox.
   */
  readonly bundle: (operations: readonly Operation[]) => Promise<string>;
};

export function createBundler(spec: Spec, api: Api): Bundler {
  const { problems, codeOf } = compileValidators(spec, schemaPointers(api.operations));
  const needs = api.variables.map(({ name, kind, window, discover }) => ({
    name,
    kind,
    ...(window && { window }),
    ...(discover && { discovered: discover.operation }),
  }));
  const provenances = toProvenanceTable(spec);
  const sourceOf = (operations: readonly Operation[]): string => {
    const pointers = schemaPointers(operations);
    const code = codeOf(pointers);
    return `
      import { checkAnswer } from './check.ts';
      import { createMemory } from './memory.ts';
      import { need } from './need.ts';
      import { prepare as prepareFor } from './prepare.ts';
      import { walk } from './walk.ts';
      ${code.replace('"use strict";', '').replace(/^export const /gm, 'const ')}
      const tables = {
        operations: ${JSON.stringify(toOperationTables(spec, api, operations, pointers), null, 1)},
        provenances: ${JSON.stringify(provenancesIn(provenances, code), null, 1)},
        described: ${JSON.stringify(describedBy(operations, pointers))},
        validators: [${pointers.map((_, index) => `v${index}`).join(', ')}],
      };
      const needs = ${JSON.stringify(needs, null, 1)};
      if (typeof contractMemory === 'undefined') contractMemory = createMemory();
      for (const id of Object.keys(tables.operations)) contractMemory.tables[id] = tables;
      contract = {
        check: (pm, expectation, wait) => checkAnswer(pm, contractMemory.tables[expectation.operation] || tables, contractMemory, expectation, wait),
        need,
        walk,
        prepare: (pm, preparing = {}) => prepareFor(pm, needs, contractMemory, preparing),
      };`;
  };
  return { problems, sourceOf, bundle: (operations) => transpile(sourceOf(operations)) };
}

/** Ends esbuild's own process, which occupies 100 MB; no bundle may be on its way. Another bundle starts it again. */
export function endBundling(): Promise<void> {
  return Promise.resolve(stop());
}

/** One script for Postman's sandbox, which knows the language of 2019 and no modules. */
async function transpile(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../sandbox', import.meta.url)), loader: 'ts' },
    // The output names source files relative to here, wherever the program is called.
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    // Short, yet with lines: a change of the description is a change of the lines that it is about.
    minifySyntax: true,
    minifyIdentifiers: true,
    // The global must be set without a declaration to outlive the script that sets it.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.text ?? '';
  return code.replace(/^"use strict";\s*/, '').trim();
}
