import { type Automaton, parsePattern, toAutomaton } from './pattern-automaton.ts';
import { countSteps, type Steps, Unjudged } from './pattern-steps.ts';

/** A cache: warnings, validators and examples need the degree of the same patterns, and it depends on the text alone. */
const known = new Map<string, number>();

/**
 * How the work of a backtracking engine grows with the length of a text, in the worst case: n to the power of this.
 * Infinity if it grows exponentially, or if the pattern is too large to judge. 0 for an invalid pattern.
 */
export function degreeOf(pattern: string): number {
  const degree = known.get(pattern) ?? computeDegree(pattern);
  known.set(pattern, degree);
  return degree;
}

function computeDegree(pattern: string): number {
  try {
    return degreeOfAlternatives(parsePattern(pattern), countSteps());
  } catch (error) {
    if (error instanceof Unjudged) return Infinity;
    if (error instanceof SyntaxError) return isPattern(pattern) ? Infinity : 0;
    throw error;
  }
}

/** The engine may know more than the parser does, such as the scripts of a newer Unicode. */
function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

type Alternatives = ReturnType<typeof parsePattern>;

function degreeOfAlternatives(alternatives: Alternatives, steps: Steps): number {
  const automaton = toAutomaton(alternatives, steps);
  const components = componentsOf(automaton, steps);
  if (isExponential(automaton, components, steps)) return Infinity;
  if (choicesOf(automaton, components) > mostChoices) return Infinity;
  const ambiguity = ambiguityOf(automaton, components, steps);
  const around = Math.max(0, ...automaton.lookarounds.map((one) => degreeOfAlternatives([one], steps)));
  return ambiguity + 1 + around + (searchesLong(automaton, components) ? 1 : 0);
}

/** The most ways into and between loops, which count once and not for each character. */
const mostChoices = 5000;

/** The number of the loop that each position is in, or undefined. */
type Components = readonly (number | undefined)[];

function componentsOf({ follow }: Automaton, steps: Steps): Components {
  const reached = follow.map((_, start) => reach([start], (one) => follow[one] ?? [], steps));
  return follow.map((_, one) => {
    if (!reached[one]?.has(one)) return undefined;
    return follow.findIndex((__, other) => reached[one]?.has(other) && reached[other]?.has(one));
  });
}

/** The positions that are reached in one step or more. */
function reach(
  starts: readonly number[],
  next: (one: number) => readonly number[],
  steps: Steps,
): Set<number> {
  const found = new Set<number>();
  const open = [...starts];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const other of next(one)) {
      steps.take(1);
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

/** Whether a loop matches some text in two ways (Weber and Seidl, "On the degree of ambiguity", criterion EDA). */
function isExponential({ sets, follow }: Automaton, components: Components, steps: Steps): boolean {
  const size = follow.length;
  const inside = follow.map((list, one) =>
    list.filter((other) => components[other] === components[one] && components[one] !== undefined),
  );
  if (inside.some((list) => new Set(list).size < list.length)) return true;
  const pairs = (pair: number, next: readonly (readonly number[])[]): number[] => {
    const [left, right] = [next[Math.floor(pair / size)] ?? [], next[pair % size] ?? []];
    steps.take(left.length * right.length);
    return left.flatMap((a) => right.filter((b) => overlap(sets[a], sets[b])).map((b) => a * size + b));
  };
  const before: number[][] = follow.map(() => []);
  for (const [one, list] of inside.entries()) for (const other of list) before[other]?.push(one);
  const same = follow.flatMap((_, one) => (components[one] === undefined ? [] : [one * size + one]));
  const ahead = reach(same, (pair) => pairs(pair, inside), steps);
  const back = reach(same, (pair) => pairs(pair, before), steps);
  return [...ahead].some((pair) => Math.floor(pair / size) !== pair % size && back.has(pair));
}

/** The product of the ways that lead out of loops with the same character, or are in none. */
function choicesOf({ sets, first, follow }: Automaton, components: Components): number {
  const leaving = follow.map((list, one) =>
    list.filter((other) => components[one] === undefined || components[other] !== components[one]),
  );
  return [first, ...leaving].reduce((product, list) => product * mostAtOnce(list, sets), 1);
}

/** An upper bound of the positions that match the same character. */
function mostAtOnce(list: readonly number[], sets: Automaton['sets']): number {
  // Counts the positions that overlap one of them: never fewer than match one character.
  return Math.max(1, ...list.map((one) => list.filter((other) => overlap(sets[one], sets[other])).length));
}

/** How many consecutive loops can divide a text between them in any way (criterion IDA), minus one. */
function ambiguityOf(automaton: Automaton, components: Components, steps: Steps): number {
  const loops = [...new Set(components.filter((one) => one !== undefined))];
  const members = (loop: number): number[] =>
    components.flatMap((one, index) => (one === loop ? [index] : []));
  const areShared = (a: number, b: number): boolean =>
    members(a).some((p) => members(b).some((q) => isShared(automaton, [p, q], steps)));
  const lengths = new Map<number, number>();
  const longest = (loop: number): number => {
    const before = lengths.get(loop);
    if (before !== undefined) return before;
    const others = loops.filter((other) => other !== loop && areShared(loop, other));
    const length = Math.max(0, ...others.map((next) => 1 + longest(next)));
    lengths.set(loop, length);
    return length;
  };
  return Math.max(0, ...loops.map(longest));
}

/** Whether some text leads from p to p, from p to q, and from q to q. */
function isShared({ sets, follow }: Automaton, [p, q]: [number, number], steps: Steps): boolean {
  steps.take(1);
  // The last character of the text leads to both.
  if (!overlap(sets[p], sets[q])) return false;
  const size = follow.length;
  const next = (triple: number): number[] => {
    const [a, b, c] = [Math.floor(triple / size / size), Math.floor(triple / size) % size, triple % size];
    const [as, bs, cs] = [follow[a] ?? [], follow[b] ?? [], follow[c] ?? []];
    steps.take(as.length * bs.length * cs.length);
    return as.flatMap((x) =>
      bs.flatMap((y) =>
        cs.filter((z) => overlap(sets[x], sets[y], sets[z])).map((z) => (x * size + y) * size + z),
      ),
    );
  };
  return reach([(p * size + p) * size + q], next, steps).has((p * size + q) * size + q);
}

function overlap(...sets: readonly (bigint | undefined)[]): boolean {
  return sets.reduce<bigint>((common, set = 0n) => common & set, -1n) !== 0n;
}

/** Whether the engine can go far from each start in a text before it tries the next one. */
function searchesLong({ isAnchored, isConditional, last }: Automaton, components: Components): boolean {
  if (isAnchored) return false;
  return components.some((loop, one) => loop !== undefined && (isConditional || !last.has(one)));
}
