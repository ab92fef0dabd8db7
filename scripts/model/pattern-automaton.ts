import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { characterSets } from './character-sets.ts';
import { type Steps, Unjudged } from './pattern-steps.ts';

/**
 * The characters of a pattern as the positions of an automaton (Glushkov). A position that follows another one in two
 * ways is listed twice, because an engine that backtracks tries both.
 */
export type Automaton = {
  /** The characters that each position matches: one bit for each character of a sample. Sets that overlap share a bit. */
  readonly sets: readonly bigint[];
  readonly first: readonly number[];
  readonly follow: readonly (readonly number[])[];
  readonly last: ReadonlySet<number>;
  /** Whether a match can only begin at the beginning of the text. */
  readonly isAnchored: boolean;
  /** Whether a match depends on more than characters: `$`, `\\b`, a lookaround. */
  readonly isConditional: boolean;
  readonly lookarounds: readonly AST.Alternative[];
};

/** Part of an automaton; `empty` counts the ways in which it matches the empty text. */
type Part = { readonly first: readonly number[]; readonly last: readonly number[]; readonly empty: number };

const nothing: Part = { first: [], last: [], empty: 1 };

/** A pattern beyond these limits is not judged. */
const [mostPositions, mostWays, mostRepeats] = [300, 8, 64];

/** @throws Unjudged; a SyntaxError if the pattern is invalid */
export function parsePattern(source: string): readonly AST.Alternative[] {
  // The engine's compiler is recursive, and a stack overflow in it ends the process.
  if (source.length > 5000 || source.split('(').length > 200) throw new Unjudged();
  return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true })
    .alternatives;
}

/** @throws Unjudged */
export function toAutomaton(alternatives: readonly AST.Alternative[], steps: Steps): Automaton {
  const characters: string[] = [];
  const follow: number[][] = [];
  const lookarounds: AST.Alternative[] = [];
  let isConditional = false;

  const ofAlternatives = (some: readonly AST.Alternative[]): Part => some.map(ofAlternative).reduce(either);
  const ofAlternative = ({ elements }: AST.Alternative): Part =>
    elements.map(ofElement).reduce(then, nothing);

  const ofElement = (element: AST.Element): Part => {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return ofAlternatives(element.alternatives);
      case 'Quantifier':
        return ofQuantifier(element);
      case 'Assertion':
        if (element.kind !== 'start') isConditional = true;
        if (element.kind === 'lookahead' || element.kind === 'lookbehind')
          lookarounds.push(...element.alternatives);
        return nothing;
      case 'Backreference':
        throw new Unjudged();
      default:
        return position(element.raw);
    }
  };

  const position = (raw: string): Part => {
    if (characters.length >= mostPositions) throw new Unjudged();
    const number = characters.push(raw) - 1;
    follow.push([]);
    return { first: [number], last: [number], empty: 0 };
  };

  const then = (a: Part, b: Part): Part => {
    connect(a.last, b.first);
    return {
      first: [...a.first, ...times(b.first, a.empty)],
      last: [...b.last, ...times(a.last, b.empty)],
      empty: limited(a.empty * b.empty),
    };
  };

  const connect = (from: readonly number[], to: readonly number[]): void => {
    steps.take(from.length * to.length);
    for (const one of from) follow[one]?.push(...to);
  };

  const ofQuantifier = ({ min, max, element }: AST.Quantifier): Part => {
    if (max === 0) return nothing;
    if (isChain(element, min, max)) return chain(element.raw, min, max);
    const part = ofElement(element);
    if (max > 1) return loop(part, min);
    return min === 1 ? part : { ...part, empty: limited(part.empty + 1) };
  };

  const loop = (part: Part, min: number): Part => {
    if (part.empty > 1 || (part.empty > 0 && min > 1)) throw new Unjudged();
    connect(part.last, part.first);
    return { ...part, empty: min === 0 ? 1 : part.empty };
  };

  /** A repeated character: the engine leaves after any number from `min` on, in one way. */
  const chain = (raw: string, min: number, max: number): Part => {
    const count = max === Infinity ? Math.max(min, 1) : max;
    const parts = Array.from({ length: count }, () => position(raw));
    for (const [index, part] of parts.slice(1).entries()) connect(parts[index]?.last ?? [], part.first);
    const end = parts.at(-1) ?? nothing;
    if (max === Infinity) connect(end.last, end.first);
    const last = parts.slice(Math.max(min, 1) - 1).flatMap((part) => part.last);
    return { first: parts[0]?.first ?? [], last, empty: min === 0 ? 1 : 0 };
  };

  const whole = ofAlternatives(alternatives);
  return {
    sets: characterSets(characters, steps),
    first: whole.first,
    follow,
    last: new Set(whole.last),
    isAnchored: alternatives.every(startsAnchored),
    isConditional,
    lookarounds,
  };
}

/** A character that is repeated a few times, or from a few times on. */
function isChain({ type }: AST.QuantifiableElement, min: number, max: number): boolean {
  const isCharacter = type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';
  return isCharacter && min <= mostRepeats && (max <= mostRepeats || max === Infinity);
}

function either(a: Part, b: Part): Part {
  return {
    first: [...a.first, ...b.first],
    last: [...a.last, ...b.last],
    empty: limited(a.empty + b.empty),
  };
}

function times(list: readonly number[], count: number): number[] {
  return Array.from({ length: count }, () => list).flat();
}

function limited(ways: number): number {
  if (ways > mostWays) throw new Unjudged();
  return ways;
}

function startsAnchored({ elements: [first] }: AST.Alternative): boolean {
  if (first === undefined) return false;
  if (first.type === 'Assertion') return first.kind === 'start';
  return (
    (first.type === 'Group' || first.type === 'CapturingGroup') && first.alternatives.every(startsAnchored)
  );
}
