import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Api } from '../model/api.ts';
import type { Spec } from '../model/spec.ts';
import type { Problem } from '../problem.ts';
import { schemaPointers, toOperationTables, toProvenanceTable } from '../checks/tables.ts';
import { compileValidators } from '../checks/validators.ts';

/**
 * The code that collections carry: it sets the global `contract` of Postman's sandbox with `check`, `prepare`
 * and `guard`. `readable` has lines, for scripts that people see; `compact` has none.
 */
export type Runtime = {
  readonly readable: string;
  readonly compact: string;
  readonly problems: readonly Problem[];
};

export async function bundleRuntime(spec: Spec, api: Api): Promise<Runtime> {
  const pointers = schemaPointers(api);
  const validators = compileValidators(spec, pointers);
  if (validators.problems.length > 0) return { readable: '', compact: '', problems: validators.problems };
  const contents = `
    import { checkAnswer } from './check.ts';
    import { guard } from './guard.ts';
    import { prepare as prepareFor } from './prepare.ts';
    ${validators.code.replace('"use strict";', '')}
    const tables = {
      operations: ${JSON.stringify(toOperationTables(api, pointers), null, 1)},
      provenances: ${JSON.stringify(toProvenanceTable(spec), null, 1)},
      validators: [${pointers.map((_, index) => `v${index}`).join(', ')}],
    };
    const needs = ${JSON.stringify(needsOf(api))};
    contract = {
      check: (pm, expectation) => checkAnswer(pm, tables, expectation),
      prepare: (pm) => prepareFor(pm, needs),
      guard,
    };`;
  const [readable, compact] = await Promise.all([transpile(contents, false), transpile(contents, true)]);
  return { readable, compact, problems: [] };
}

function needsOf({ variables }: Api): object[] {
  return variables.map(({ name, kind, window }) => ({ name, kind, ...(window && { window }) }));
}

/** One script for Postman's sandbox, which knows the language of 2019 and no modules. */
async function transpile(contents: string, minify: boolean): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../sandbox', import.meta.url));
  const result = await build({
    stdin: { contents: contents.replaceAll('export const', 'const'), resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: minify,
    minifySyntax: true,
    minifyIdentifiers: true,
    // The global must be set without a declaration to outlive the script that sets it.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.text ?? '';
  return code.replace(/^"use strict";\s*/, '').trim();
}
