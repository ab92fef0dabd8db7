import { readdirSync } from 'node:fs';

/** The TypeScript and JavaScript files below a folder, sorted. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name) && !/\.d\.ts$|node_modules/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}
