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
 * Imports a module of `scripts/`, compiled to JavaScript. Node 20 can't run TypeScript, and compiling each file on load
 * costs each process a second. So esbuild compiles all files once, and again after a change. If that is impossible, for
 * example in a folder without write permission, tsx compiles them one by one.
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
 * Changes with the size or time of any source file, and with the checkout, because a build contains paths. Includes
 * `spec/`, because the program imports its JSON schemas.
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

/** Writes a build completely or not at all, because another process may use or write the same build. */
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
    // Another process may have written the same build in the meantime.
    if (!existsSync(folder)) throw error;
  }
  for (const name of readdirSync(builds)) {
    const other = join(builds, name);
    const { mtimeMs = Date.now() } = statSync(other, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > keptFor) rmSync(other, { recursive: true, force: true });
  }
}

/** Lets a module find the files beside its source, wherever the build is. */
function atItsSource({ path }) {
  const url = JSON.stringify(pathToFileURL(path).href);
  return { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url) };
}
