import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

/** Bundles a script for Postman's sandbox, which has no modules. Imports are relative to `sandbox/`. */
export async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../../sandbox', import.meta.url)), loader: 'ts' },
    // The output names source files relative to this folder, wherever the program is started.
    absWorkingDir: fileURLToPath(new URL('../../..', import.meta.url)),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    // Whitespace stays, so that a change of the spec changes only the lines that it affects.
    minifySyntax: true,
    minifyIdentifiers: true,
    // A global must be set without a declaration to outlive its script.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.text ?? '';
  return code.replace(/^"use strict";\s*/, '').trim();
}

/** Ends esbuild's process, which takes 100 MB, while no bundle is being built. The next bundle starts it again. */
export function endBundling(): Promise<void> {
  return Promise.resolve(stop());
}
