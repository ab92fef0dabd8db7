import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isObject } from '../../../base/read.ts';
import { UsageError } from '../../../base/usage-error.ts';
import { visibleInFile } from '../../../base/visible.ts';
import type { Annotated } from './annotate.ts';
import { withoutExternalReferences } from './external-references.ts';

const require = createRequire(import.meta.url);
const template = fileURLToPath(new URL('redoc.hbs', import.meta.url));
const timeoutMs = 120_000;

/** What goes into the head and into the body of a page. */
export type Rendered = { readonly head: string; readonly body: string };

/** The reference by Redocly's `build-docs`. Throws an error with the renderer's last lines when it fails. */
export async function render({ document, extensions }: Annotated): Promise<Rendered> {
  // A directory of its own: the renderer reads the configuration that it finds where it runs.
  const directory = await mkdtemp(join(tmpdir(), 'docs-'));
  try {
    await writeFile(join(directory, 'openapi.json'), withoutExternalReferences(document));
    await writeFile(join(directory, 'options.json'), JSON.stringify({ showExtensions: extensions }));
    // No text of the spec is an argument: it could be an option. The title is written by the frame.
    await run(directory, [
      ...['build-docs', 'openapi.json', '--inlineBundle', '--output', 'index.html'],
      ...['--template', template, '--openapi', 'options.json'],
    ]);
    // Before the hashes of its scripts are taken.
    const html = visibleInFile(withoutLogo(await readFile(join(directory, 'index.html'), 'utf8')));
    const [head = '', body = ''] = html.split('<!-- The head ends here. -->');
    return { head, body: withinPage(body) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The links of the page as it comes name places on a server; its script goes by the part of the address after `#`. */
function withinPage(body: string): string {
  const [markup = '', ...scripts] = body.split('<script type="module"');
  return [markup.replaceAll(' href="/', ' href="#/'), ...scripts].join('<script type="module"');
}

/** The renderer's logo is the one thing that it loads from elsewhere; an address without an image hides it. */
function withoutLogo(html: string): string {
  return html.replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,');
}

async function run(cwd: string, args: readonly string[]): Promise<void> {
  // Nothing of the caller's environment goes along: it may hold tokens.
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  try {
    await promisify(execFile)(process.execPath, [binary(), ...args], { cwd, env, timeout: timeoutMs });
  } catch (error) {
    const output = isObject(error) ? `${error.stdout ?? ''}\n${error.stderr ?? ''}` : '';
    const reason = lastLines(output) || String(error);
    const [refused] = /\b(ENOSPC|EDQUOT|EFBIG|EROFS|EIO)\b/.exec(output) ?? [];
    if (refused !== undefined) {
      throw new UsageError(`\`${cwd}\` could not be written (${refused}). Make room there, or set TMPDIR.`);
    }
    throw new Error(`The documentation could not be rendered. The renderer's last words:\n${reason}`);
  }
}

/** The program of the installed package, without npx and without a shell. */
function binary(): string {
  const manifest = require.resolve('@redocly/cli/package.json');
  const { bin }: { bin: Readonly<Record<string, string>> } = require(manifest);
  return join(dirname(manifest), bin.redocly ?? 'bin/cli.js');
}

/** The framed notices of the renderer are not what went wrong. */
function lastLines(output: string): string {
  const lines = output.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== '' && !/[║╔╚]/.test(line))
    .slice(-8)
    .join('\n');
}
