import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UsageError } from '../../../base/usage-error.ts';
import { visibleInFile } from '../../../base/visible.ts';
import { isRecord } from '../../../model/walk.ts';
import type { Annotated } from './annotate.ts';

const require = createRequire(import.meta.url);
const template = fileURLToPath(new URL('redoc.hbs', import.meta.url));
const timeoutMs = 120_000;

/** The contents of the head and of the body of a page. */
export type Rendered = { readonly head: string; readonly body: string };

/** Renders the reference with Redocly's `build-docs`. @throws Error with the renderer's last lines */
export async function render({ document, extensions }: Annotated): Promise<Rendered> {
  // In an empty directory, because the renderer reads any configuration in its working directory.
  const directory = await mkdtemp(join(tmpdir(), 'docs-'));
  try {
    await writeFile(join(directory, 'openapi.json'), withoutExternalReferences(document));
    await writeFile(join(directory, 'options.json'), JSON.stringify({ showExtensions: extensions }));
    // No text of the spec is an argument, because it could be an option. The frame writes the title.
    await run(directory, [
      ...['build-docs', 'openapi.json', '--inlineBundle', '--output', 'index.html'],
      ...['--template', template, '--openapi', 'options.json'],
    ]);
    // Changed here, before the hashes of the scripts are computed.
    const html = visibleInFile(withoutLogo(await readFile(join(directory, 'index.html'), 'utf8')));
    const [head = '', body = ''] = html.split('<!-- The head ends here. -->');
    return { head, body: withinPage(body) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * The document as JSON without anything that the renderer would load. A `$ref` that leads out of the document is only
 * data here: it keeps its value but gets a trailing space in its name. `externalValue` becomes an extension.
 */
export function withoutExternalReferences(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) => {
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [toName(key, child), child]));
  });
}

function toName(key: string, value: unknown): string {
  if (typeof value !== 'string') return key;
  if (key === 'externalValue') return 'x-externalValue';
  return key === '$ref' && !value.startsWith('#') ? '$ref ' : key;
}

/** The rendered links are paths on a server, but the page's script reads the part of the address after `#`. */
function withinPage(body: string): string {
  const [markup = '', ...scripts] = body.split('<script type="module"');
  return [markup.replaceAll(' href="/', ' href="#/'), ...scripts].join('<script type="module"');
}

/** The logo is the only thing that the renderer loads from the network; an address without an image hides it. */
function withoutLogo(html: string): string {
  return html.replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,');
}

async function run(cwd: string, args: readonly string[]): Promise<void> {
  // The caller's environment is not passed on, because it may contain tokens.
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  try {
    await promisify(execFile)(process.execPath, [binary(), ...args], { cwd, env, timeout: timeoutMs });
  } catch (error) {
    const output = isRecord(error) ? `${error.stdout ?? ''}\n${error.stderr ?? ''}` : '';
    const reason = lastLines(output) || String(error);
    const [refused] = /\b(ENOSPC|EDQUOT|EFBIG|EROFS|EIO)\b/.exec(output) ?? [];
    if (refused !== undefined) {
      throw new UsageError(`\`${cwd}\` could not be written (${refused}). Make room there, or set TMPDIR.`);
    }
    throw new Error(`The documentation could not be rendered. The renderer's last lines:\n${reason}`);
  }
}

/** The path of the installed program, so that neither npx nor a shell is needed. */
function binary(): string {
  const manifest = require.resolve('@redocly/cli/package.json');
  const { bin }: { bin: Readonly<Record<string, string>> } = require(manifest);
  return join(dirname(manifest), bin.redocly ?? 'bin/cli.js');
}

/** The last lines without framed notices, which do not say what went wrong. */
function lastLines(output: string): string {
  const lines = output.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== '' && !/[║╔╚]/.test(line))
    .slice(-8)
    .join('\n');
}
