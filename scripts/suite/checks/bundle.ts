import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

/** One script for Postman's sandbox, which knows the language of 2019 and no modules; imports start from `sandbox/`. */
export async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../../sandbox', import.meta.url)), loader: 'ts' },
    // The output names source files relative to here, wherever the program is called.
    absWorkingDir: fileURLToPath(new URL('../../..', import.meta.url)),
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

/** Ends esbuild's own process, which occupies 100 MB; no bundle may be on its way. Another bundle starts it again. */
export function endBundling(): Promise<void> {
  return Promise.resolve(stop());
}
