import { join } from 'node:path';
import type { Spec } from '../model/spec.ts';
import { writeFiles } from '../write-files.ts';
import { annotate } from './annotate.ts';
import { render } from './render.ts';

/**
 * Writes the reference of the API as `<out>/index.html`, one page that needs no network, and returns its path.
 * It is written whole or not at all; throws an error with the renderer's last lines when it fails.
 */
export async function buildDocs(spec: Spec, out: string): Promise<string> {
  const html = await render(annotate(spec.bundle), spec.document.info.title);
  await writeFiles(out, [{ name: 'index.html', text: withoutLogo(html) }]);
  return join(out, 'index.html');
}

/** The renderer's logo is the one thing that it loads from elsewhere; an address without an image hides it. */
function withoutLogo(html: string): string {
  return html.replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,');
}
