import type { AST } from '@eslint-community/regexpp';
import { matches } from './bounded-pattern.ts';
import { parsePattern } from './pattern-automaton.ts';
import { countSteps, type Steps, Unjudged } from './pattern-steps.ts';

/** The bounds of a text's length, in characters. */
export type Lengths = { readonly least: number; readonly most: number };

/** The characters that are written and compared, and the attempts to meet the length and what lookarounds require. */
const [mostCharacters, mostAttempts] = [50_000, 60];

/**
 * Texts that match a pattern (ECMA-262, with the flag `u`), the plainest first; none if the pattern is invalid or too
 * complex, or if no text of such a length was found.
 */
export function* textsFor(pattern: string, lengths: Lengths): Generator<string> {
  try {
    const found = new Set<string>();
    for (const text of variantsOf(pattern, lengths)) {
      if (!found.has(text)) yield text;
      found.add(text);
    }
  } catch (error) {
    if (!(error instanceof Unjudged || error instanceof SyntaxError)) throw error;
  }
}

function* variantsOf(pattern: string, lengths: Lengths): Generator<string> {
  const steps = countSteps(mostCharacters);
  const alternatives = parsePattern(pattern);
  const classes = new Map<string, readonly string[]>();
  for (let variant = 0; variant < mostAttempts; variant += 1) {
    const write = (extra: number): string => new Writer(variant, extra, classes, steps).text(alternatives);
    for (const text of ofLength(write, lengths)) {
      steps.take(text.length);
      if (matches(pattern, text) === true) yield text;
    }
  }
}

/** The shortest text of one variant, longer ones in which parts are repeated, and what may be around such a text. */
function ofLength(write: (extra: number) => string, { least, most }: Lengths): string[] {
  const shortest = write(0);
  const lacking = Math.max(least, 1) - lengthOf(shortest);
  // A repeated group adds several characters each time.
  const longer = lacking <= 0 ? [] : [1, 2, 3, 4].map((size) => write(Math.ceil(lacking / size)));
  const around = lacking <= 0 ? [] : ['a', ' '].map((one) => one.repeat(lacking));
  const texts = [...longer, shortest, ...around.flatMap((some) => [shortest + some, some + shortest])];
  return texts.filter((text) => lengthOf(text) >= least && lengthOf(text) <= most);
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** Writes one text. The variant decides between alternatives, and which characters of a class are taken. */
class Writer {
  readonly #variant: number;
  #extra: number;
  #choices = 0;
  readonly #classes: Map<string, readonly string[]>;
  readonly #steps: Steps;
  readonly #groups = new Map<AST.CapturingGroup, string>();

  /** @param extra the repetitions that are not required */
  constructor(variant: number, extra: number, classes: Map<string, readonly string[]>, steps: Steps) {
    this.#variant = variant;
    this.#extra = extra;
    this.#classes = classes;
    this.#steps = steps;
  }

  text(all: readonly AST.Alternative[]): string {
    const chosen = all[all.length < 2 ? 0 : this.#choice() % all.length];
    return (chosen?.elements ?? []).map((element) => this.#element(element)).join('');
  }

  /** The first variant takes the first choice everywhere, the second one rotates, the others begin further on. */
  #choice(): number {
    this.#choices += 1;
    const step = this.#variant % 3;
    return Math.floor(this.#variant / 3) + step * (this.#choices - 1) * (step === 2 ? 7 : 1);
  }

  #element(element: AST.Element): string {
    this.#steps.take(1);
    switch (element.type) {
      case 'Group':
        return this.text(element.alternatives);
      case 'CapturingGroup': {
        const text = this.text(element.alternatives);
        this.#groups.set(element, text);
        return text;
      }
      case 'Quantifier':
        return this.#repeated(element);
      case 'Backreference':
        return [element.resolved]
          .flat()
          .map((group) => this.#groups.get(group) ?? '')
          .join('');
      case 'Assertion':
        return '';
      case 'Character':
        return element.raw.length === 1 ? element.raw : String.fromCodePoint(element.value);
      default:
        return this.#character(element.raw);
    }
  }

  #repeated({ min, max, element }: AST.Quantifier): string {
    const extra = Math.min(max - min, this.#extra);
    this.#extra -= extra;
    let text = '';
    for (let count = 0; count < min + extra; count += 1) text += this.#element(element);
    return text;
  }

  #character(raw: string): string {
    const all = this.#classes.get(raw) ?? charactersOf(raw);
    this.#classes.set(raw, all);
    const character = all[this.#choice() % Math.max(all.length, 1)];
    if (character === undefined) throw new Unjudged();
    return character;
  }
}

/** The characters to try for a class, in the order in which a person would choose them. */
const usual = [
  ...[...'aA1bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ234567890'],
  ...[...'-_.@ !#$%&*+/:;=?~,\'()[]{}<>^|`"\\\t\n'],
  ...[...'éÉßñα中あ€'],
];

function charactersOf(raw: string): readonly string[] {
  const one = new RegExp(`^(?:${raw})$`, 'u');
  const literal = [...raw.replace(/\\u\{?[\da-f]+\}?|\\x[\da-f]{2}/gi, (code) => decoded(code))];
  const found = usual.filter((character) => one.test(character));
  return found.length > 0 ? found : literal.filter((character) => one.test(character));
}

function decoded(written: string): string {
  const code = Number.parseInt(written.replace(/^\\[ux]\{?|\}$/g, ''), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
