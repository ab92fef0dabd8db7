import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headingsOf } from '../scripts/commands/docs/site/markdown.ts';

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'spec/README.md'],
  ...docs.map((name) => join('docs', name)),
];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('has links that lead somewhere', () => {
    const links = [...text.matchAll(/\]\((?!\w+:)([^)#]*)(?:#([^)]*))?\)|\bsrc(?:set)?="([^"]*)"/g)];
    const broken = links.filter(([, path = '', id, picture]) => {
      const file = picture ?? path;
      const target = file === '' ? page : join(dirname(page), file);
      if (!existsSync(target)) return true;
      return id !== undefined && !headingsOf(readFileSync(target, 'utf8')).some((one) => one.id === id);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('names files that there are', () => {
    const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:[jt]s|json|yaml|eta))`/g)];
    // Capitals stand for a name of your choice.
    const named = paths.flatMap(([, path = '']) => (/[A-Z]{4}/.test(path) ? [] : path));
    const missing = named.filter((path) => ![path, join('scripts', path)].some(existsSync));
    expect(missing).toEqual([]);
  });
});

test('README fits on a few screens', () => {
  const lines = readFileSync('README.md', 'utf8').split('\n');
  expect(lines.length).toBeLessThanOrEqual(150);
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
});
