import { type Automaton, parsePattern, toAutomaton, Unjudged } from './pattern-automaton.ts';

/**
 * How the work of a backtracking engine grows with the length of a text, in the worst case: n to the power of this.
 * Infinity where it grows exponentially, or where the pattern is too large to tell. What is no pattern takes no work.
 */
export function degreeOf(pattern: string): number {
  try {
    return degreeOfAlternatives(parsePattern(pattern));
  } catch (error) {
    if (error instanceof Unjudged) return Infinity;
    if (error instanceof SyntaxError) return 0;
    throw error;
  }
}

type Alternatives = ReturnType<typeof parsePattern>;

function degreeOfAlternatives(alternatives: Alternatives): number {
  const automaton = toAutomaton(alternatives);
  const components = componentsOf(automaton);
  if (isExponential(automaton, components) || choicesOf(automaton, components) > mostChoices) return Infinity;
  const ambiguity = ambiguityOf(automaton, components);
  const around = Math.max(0, ...automaton.lookarounds.map((one) => degreeOfAlternatives([one])));
  return ambiguity + 1 + around + (searchesLong(automaton, components) ? 1 : 0);
}

/** Of the ways into and between loops, which count once and not for each character. */
const mostChoices = 5000;

/** Pairs and triples of positions; ordinary patterns have some hundreds. */
const mostSteps = 200_000;

/** The loop that each position is in, as a number; undefined for one that is in none. */
type Components = readonly (number | undefined)[];

function componentsOf({ follow }: Automaton): Components {
  const reached = follow.map((_, start) => reach([start], (one) => follow[one] ?? []));
  return follow.map((_, one) => {
    if (!reached[one]?.has(one)) return undefined;
    return follow.findIndex((__, other) => reached[one]?.has(other) && reached[other]?.has(one));
  });
}

/** What is reached in one step or more. */
function reach(starts: readonly number[], next: (one: number) => readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...starts];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const other of next(one)) {
      if (found.has(other)) continue;
      if (found.size > mostSteps) throw new Unjudged();
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

/** Whether a loop takes some text in two ways (Weber and Seidl, "On the degree of ambiguity", criterion EDA). */
function isExponential({ sets, follow }: Automaton, components: Components): boolean {
  const size = follow.length;
  const inside = follow.map((list, one) =>
    list.filter((other) => components[other] === components[one] && components[one] !== undefined),
  );
  if (inside.some((list) => new Set(list).size < list.length)) return true;
  const pairs = (pair: number, next: readonly (readonly number[])[]): number[] => {
    const [left, right] = [Math.floor(pair / size), pair % size];
    return (next[left] ?? []).flatMap((a) =>
      (next[right] ?? []).filter((b) => overlap(sets[a], sets[b])).map((b) => a * size + b),
    );
  };
  const before: number[][] = follow.map(() => []);
  for (const [one, list] of inside.entries()) for (const other of list) before[other]?.push(one);
  const same = follow.flatMap((_, one) => (components[one] === undefined ? [] : [one * size + one]));
  const ahead = reach(same, (pair) => pairs(pair, inside));
  const back = reach(same, (pair) => pairs(pair, before));
  return [...ahead].some((pair) => Math.floor(pair / size) !== pair % size && back.has(pair));
}

/** The product of the ways that lead out of loops with the same character, or are in none. */
function choicesOf({ sets, first, follow }: Automaton, components: Components): number {
  const leaving = follow.map((list, one) =>
    list.filter((other) => components[one] === undefined || components[other] !== components[one]),
  );
  return [first, ...leaving].reduce((product, list) => product * mostAtOnce(list, sets), 1);
}

/** How many of the positions take the same character. */
function mostAtOnce(list: readonly number[], sets: Automaton['sets']): number {
  const counts = new Map<number, number>();
  for (const one of list)
    for (const index of sets[one] ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

/** How many loops, one after the other, can share out a text in any way between them (criterion IDA), less one. */
function ambiguityOf(automaton: Automaton, components: Components): number {
  const loops = [...new Set(components.filter((one) => one !== undefined))];
  const members = (loop: number): number[] =>
    components.flatMap((one, index) => (one === loop ? [index] : []));
  const shares = new Map<number, number[]>();
  for (const a of loops)
    shares.set(
      a,
      loops.filter(
        (b) => a !== b && members(a).some((p) => members(b).some((q) => isShared(automaton, p, q))),
      ),
    );
  const longest = (loop: number): number =>
    Math.max(0, ...(shares.get(loop) ?? []).map((next) => 1 + longest(next)));
  return Math.max(0, ...loops.map(longest));
}

/** Whether some text leads from p to p, from p to q, and from q to q. */
function isShared({ sets, follow }: Automaton, p: number, q: number): boolean {
  const size = follow.length;
  const found = reach([(p * size + p) * size + q], (triple) => {
    const [a, b, c] = [Math.floor(triple / size / size), Math.floor(triple / size) % size, triple % size];
    return (follow[a] ?? []).flatMap((x) =>
      (follow[b] ?? []).flatMap((y) =>
        !overlap(sets[x], sets[y])
          ? []
          : (follow[c] ?? [])
              .filter((z) => overlap(sets[x], sets[y], sets[z]))
              .map((z) => (x * size + y) * size + z),
      ),
    );
  });
  return found.has((p * size + q) * size + q);
}

function overlap(
  first: ReadonlySet<number> = new Set(),
  ...others: readonly (ReadonlySet<number> | undefined)[]
): boolean {
  for (const index of first) if (others.every((other) => other?.has(index))) return true;
  return false;
}

/** Whether the engine can go far from each place of a text before it starts at the next one. */
function searchesLong({ isAnchored, isConditional, last }: Automaton, components: Components): boolean {
  if (isAnchored) return false;
  return components.some((loop, one) => loop !== undefined && (isConditional || !last.has(one)));
}
