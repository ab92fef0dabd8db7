import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Cache = { readonly results: readonly (readonly [test: string, { readonly duration: number }])[] };

const folder = 'node_modules/.vite/vitest';

/** How long each test file took when it ran last, as vitest remembers it; nothing after a new installation. */
export function secondsByTest(): Map<string, number> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const caches = names
    .filter((name) => name.endsWith('results.json'))
    .map((name): Cache => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
  return new Map(
    caches.flatMap(({ results }) =>
      results.map(([test, { duration }]): [string, number] => [test.replace(/^.*?:/, ''), duration / 1000]),
    ),
  );
}
