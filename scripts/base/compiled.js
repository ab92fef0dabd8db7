import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'scripts');
const builds = join(root, 'node_modules/.cache/rivery-contract');
const entries = ['cli/cli.ts', 'run/child.ts'];

/** Milliseconds after which an outdated build is deleted: a process that uses it may still load parts of it. */
const keptFor = 86_400_000;

/**
 * Imports a module of `scripts/`, translated to JavaScript. Node 20 runs no TypeScript, and to translate each file as
 * it is loaded takes a second of each process. esbuild translates all of them once, and again when one has changed.
 * Where that is impossible, as in a folder that only its owner may write to, tsx translates them one by one.
 */
export async function importCompiled(entry) {
  const build = join(builds, fingerprint());
  try {
    if (!existsSync(build)) await compile(build);
  } catch {
    const { register } = await import('tsx/esm/api');
    register();
    return import(pathToFileURL(join(source, entry)).href);
  }
  return import(pathToFileURL(join(build, entry.replace(/\.ts$/, '.js'))).href);
}

/**
 * Differs as soon as the size or time of a source file does, and in each checkout, because a build contains paths. The
 * program imports JSON schemas of `spec/`, too.
 */
function fingerprint() {
  const hash = createHash('sha256').update(root);
  for (const folder of ['scripts', 'spec']) {
    const files = readdirSync(join(root, folder), { recursive: true });
    for (const file of files.filter((name) => /\.([jt]s|json)$/.test(name)).sort()) {
      const { size, mtimeMs } = statSync(join(root, folder, file));
      hash.update(`\n${folder} ${file} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Writes a build whole or not at all: another process may be about to use it, or to write the same. */
async function compile(folder) {
  const { build } = await import('esbuild');
  const unfinished = `${folder}.${process.pid}`;
  try {
    await build({
      entryPoints: entries.map((entry) => join(source, entry)),
      outbase: source,
      outdir: unfinished,
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: true,
      logLevel: 'silent',
      plugins: [{ name: 'import.meta.url', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, atItsSource) }],
    });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have written the same in the meantime.
    if (!existsSync(folder)) throw error;
  }
  for (const name of readdirSync(builds)) {
    const other = join(builds, name);
    const { mtimeMs = Date.now() } = statSync(other, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > keptFor) rmSync(other, { recursive: true, force: true });
  }
}

/** Has a module find the files beside its source, wherever the build is. */
function atItsSource({ path }) {
  const url = JSON.stringify(pathToFileURL(path).href);
  return { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url) };
}
