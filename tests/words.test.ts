import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|js|eta)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`scripts/${name}`, 'utf8') }));

test('no exported type has the name of another one', () => {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:type|interface|class) (\w+)/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
