/**
 * Draws thirty mutants of `scripts/` into `mutants.json`: one in each folder, the others anywhere. The same seed draws
 * the same mutants from the same text. What `equivalent` lists there changes no behaviour and is not drawn.
 *
 *     npx tsx tests/mutants/draw.ts [seed]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Drawn, type Mutant, mutantsFile, type Place, placesIn } from './mutant.ts';
import { sourceFiles } from './source-files.ts';
import { createTypeCheck } from './type-check.ts';

const count = 30;
const { seed: lastSeed, equivalent }: Drawn = JSON.parse(readFileSync(mutantsFile, 'utf8'));
const seed = Number(process.argv[2] ?? lastSeed);

const compiles = createTypeCheck();
const files = new Map(sourceFiles('scripts').map((path) => [path, placesIn(path).filter(isUnique)]));
const withLogic = [...files].filter(([, places]) => places.length > 0).map(([path]) => path);
const folders = [...new Set(withLogic.map(folderOf))].sort();

const mutants: Mutant[] = [];
for (let slot = 0; slot < count; slot += 1) {
  const folder = folders[slot];
  const used = new Set(mutants.map(({ path }) => path));
  const paths = withLogic.filter(
    (path) => !used.has(path) && (folder === undefined || folderOf(path) === folder),
  );
  // Each slot has its own random numbers, so that drawing one again hardly changes the others.
  mutants.push(draw(paths, mulberry32(seed * count + slot)));
}
console.log(`${mutants.length} mutants in ${folders.length} folders: ${folders.join(', ')}`);
writeFileSync(mutantsFile, `${JSON.stringify({ seed, mutants, equivalent }, null, 2)}\n`);

/** Picks a file, then an operator, then a place, so that frequent operators do not crowd out the others. */
function draw(paths: readonly string[], random: () => number): Mutant {
  for (;;) {
    const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
    const places = files.get(pick(paths) ?? '') ?? [];
    const operator = pick([...new Set(places.map((place) => place.operator))]);
    const place = pick(places.filter((one) => one.operator === operator));
    if (place && !isEquivalent(place) && compiles(place.path, place.text)) {
      const { text: _, ...mutant } = place;
      return mutant;
    }
  }
}

function isEquivalent({ path, line, mutated }: Place): boolean {
  return equivalent.some((one) => one.path === path && one.line === line && one.mutated === mutated);
}

/** Whether the line and its function are enough to find the place. */
function isUnique(place: Place, _: number, places: readonly Place[]): boolean {
  const key = (one: Place): string => JSON.stringify([one.function, one.line, one.mutated]);
  return places.filter((one) => key(one) === key(place)).length === 1;
}

/** The folder directly below `scripts/`; the files there are one as well. */
function folderOf(path: string): string {
  const [, folder = '', file] = path.split('/');
  return file === undefined ? '.' : folder;
}

/** Random numbers from 0 to 1 that depend on the seed alone. */
function mulberry32(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
