import { Composer, type CST, type Document, type LineCounter, Parser, YAMLParseError } from 'yaml';

/** Real specs have less than a hundred levels; a few thousand end the process, and no handler can prevent it. */
const mostLevels = 400;

/** A YAML document with its syntax errors; nesting beyond a limit is one of them. */
export function compose(text: string, lines: LineCounter): Document.Parsed {
  const composer = new Composer({ lineCounter: lines });
  const deep: YAMLParseError[] = [];
  const tokens = composer.compose(shallowTokens(text, lines, deep), true, text.length);
  const { value: document, done } = tokens.next();
  if (done) throw new Error('The composer made no document.');
  if (deep.length > 0) {
    document.errors.splice(0, document.errors.length, ...deep);
    return document;
  }
  const second = tokens.next();
  if (!second.done) {
    const [from, to] = second.value.range;
    const message = 'Source contains multiple documents; a spec is one document';
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', message));
  }
  return document;
}

/** The tokens of a text as far as its nesting is within the limit. */
function* shallowTokens(
  text: string,
  lines: LineCounter,
  deep: YAMLParseError[],
): Generator<CST.Token, void> {
  const parser = new WatchedParser(lines.addNewLine);
  try {
    yield* parser.parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    deep.push(error);
  }
}

class WatchedParser extends Parser {
  override *next(source: string): Generator<CST.Token, void> {
    yield* super.next(source);
    if (this.stack.length <= mostLevels) return;
    const message = `Nested more than ${mostLevels} levels deep`;
    throw new YAMLParseError([this.offset, this.offset], 'RESOURCE_EXHAUSTION', message);
  }
}
