import { stringExtension } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { code, markdown, table, text } from '../../../report/markdown.ts';

/** The servers of a description as a table in Markdown, with what it says of them; paths may have servers of their own. */
export function servers({ document: { servers: shared, paths } }: Spec): string {
  const own = Object.values(paths ?? {}).flatMap((path) => path?.servers ?? []);
  const rows = [...(shared ?? []), ...own].map((server) => [
    text(stringExtension(server, 'x-region') ?? ''),
    code(server.url),
    text(server.description ?? ''),
  ]);
  return markdown([table([['Region', 'Base URL', 'What it is'].map(text), ...rows])]);
}
