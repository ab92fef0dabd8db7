import {
  Composer,
  type CST,
  type Document,
  isScalar,
  type LineCounter,
  Parser,
  visit,
  YAMLParseError,
} from 'yaml';
import { type Budget, mostTokens } from './budget.ts';

/** Real specs have fewer than a hundred levels. A few thousand overflow the stack, which ends the process. */
const mostLevels = 400;

/** A YAML document with its syntax errors, including those for size and nesting beyond a limit. */
export function compose(text: string, lines: LineCounter, budget: Budget): Document.Parsed {
  // Merge keys (`<<`) are of YAML 1.1, but most tools for OpenAPI read them.
  // The library's own check of unique keys takes quadratic time, and its warnings print text of the spec.
  const composer = new Composer({ lineCounter: lines, uniqueKeys: false, logLevel: 'error', merge: true });
  const beyond: YAMLParseError[] = [];
  const parser = new WatchedParser(budget, lines.addNewLine);
  const tokens = composer.compose(tokensWithin(parser.parse(text), beyond), true, text.length);
  const { value: document, done } = tokens.next();
  if (done) throw new Error('The composer made no document.');
  if (beyond.length > 0) {
    document.errors.splice(0, document.errors.length, ...beyond);
    return document;
  }
  document.errors.push(...repeatedKeys(document));
  const second = tokens.next();
  if (!second.done) {
    const [from, to] = second.value.range;
    const message = 'Source contains multiple documents; a spec is one document';
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', message));
  }
  return document;
}

function repeatedKeys(document: Document.Parsed): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map: (_, map) => {
      const names = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const [from, to] = key.range;
        if (names.has(name))
          errors.push(new YAMLParseError([from, to], 'DUPLICATE_KEY', 'Map keys must be unique'));
        names.add(name);
      }
    },
  });
  return errors;
}

/** The tokens up to the first limit. */
function* tokensWithin(tokens: Iterable<CST.Token>, beyond: YAMLParseError[]): Generator<CST.Token, void> {
  try {
    yield* tokens;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    beyond.push(error);
  }
}

class WatchedParser extends Parser {
  readonly #budget: Budget;

  constructor(budget: Budget, onNewLine: (offset: number) => void) {
    super(onNewLine);
    this.#budget = budget;
  }

  override *next(source: string): Generator<CST.Token, void> {
    yield* super.next(source);
    this.#budget.tokens -= 1;
    if (this.#budget.tokens < 0) {
      throw this.#beyond(
        `The spec has more than ${mostTokens} YAML tokens, with all files that it refers to. Leave parts of it out.`,
      );
    }
    if (this.stack.length > mostLevels)
      throw this.#beyond(`Nested more than ${mostLevels} levels deep. Nest it less deeply.`);
  }

  #beyond(message: string): YAMLParseError {
    return new YAMLParseError([this.offset, this.offset], 'RESOURCE_EXHAUSTION', message);
  }
}
