import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, visit } from 'yaml';
import { joinPointer, parsePointer } from '../../base/pointer.ts';
import type { Location, Problem } from '../../base/problem.ts';
import { isRecord } from '../../model/walk.ts';
import { rememberTexts, WrittenNumber } from '../../model/written-number.ts';
import { type Budget, newBudget } from './budget.ts';
import { compose } from './compose.ts';

/** A YAML or JSON text as plain data, with the place of each part. */
export type ParsedYaml = {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** The place of the node at a JSON pointer, or of its nearest ancestor that is in this file. */
  readonly locate: (pointer: string) => Location;
};

/** Parses YAML 1.2, which includes JSON. Syntax errors and duplicate keys become problems. */
export function parse(text: string, file: string, budget = newBudget()): ParsedYaml {
  const lines = new LineCounter();
  const document = compose(text, lines, budget);
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems = document.errors.map(
    (error): Problem => ({
      code: 'yaml-syntax',
      severity: 'error',
      message:
        error.code === 'RESOURCE_EXHAUSTION'
          ? error.message
          : `${error.message}. Correct the YAML at this place.`,
      location: at(error.pos[0]),
    }),
  );
  const locate = (pointer: string): Location => {
    const tokens = parsePointer(pointer);
    for (let length = tokens.length; length > 0; length -= 1) {
      const offset = offsetOf(document, tokens.slice(0, length));
      if (offset !== undefined) return at(offset);
    }
    return { file, line: 1, column: 1 };
  };
  if (problems.length > 0) return { data: undefined, problems, locate };
  return { ...toData(document, locate, budget), locate };
}

function toData(
  document: Document,
  locate: ParsedYaml['locate'],
  budget: Budget,
): Omit<ParsedYaml, 'locate'> {
  try {
    keepDigits(document);
    return { data: toTree(document.toJS({ maxAliasCount: 1000 }), budget), problems: [] };
  } catch (error) {
    const pointer = error instanceof AliasError ? error.pointer : '';
    const message = `${error instanceof Error ? error.message : String(error)}. Write it without aliases.`;
    const location = locate(pointer);
    return { data: undefined, problems: [{ code: 'yaml-aliases', severity: 'error', message, location }] };
  }
}

/** Replaces numbers that JavaScript would write in another way. */
function keepDigits(document: Document): void {
  visit(document, {
    Scalar: (key, node) => {
      const { value, source } = node;
      if (key === 'key' || typeof value !== 'number' || source === undefined) return;
      if (source !== String(value)) node.value = new WrittenNumber(source);
    },
  });
}

class AliasError extends Error {
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/**
 * Copies the target of each alias, because later stages change parts in place. A number becomes one of JavaScript's, and
 * its text is remembered.
 * @throws AliasError if a part contains itself, or if there are too many copies
 */
function toTree(data: unknown, budget: Budget): unknown {
  const done = new Set<object>();
  const above = new Set<object>();
  const path: (string | number)[] = [];
  const step = (value: unknown): unknown => {
    if (value instanceof WrittenNumber) return value.toJSON();
    if (!isPlain(value)) return value;
    if (above.has(value))
      throw new AliasError('An alias refers to a node that contains it', joinPointer('', ...path));
    if (done.has(value)) budget.copies -= 1 + Object.keys(value).length;
    if (budget.copies < 0)
      throw new AliasError('The aliases repeat too many nodes', joinPointer('', ...path));
    done.add(value);
    above.add(value);
    const entries = Object.entries(value).map(([key, child]) => {
      path.push(key);
      const entry = [key, step(child)] as const;
      path.pop();
      return entry;
    });
    above.delete(value);
    const copy = Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
    const texts = Object.entries(value).flatMap(([key, child]) =>
      child instanceof WrittenNumber ? [[key, child.text] as const] : [],
    );
    return rememberTexts(copy, Object.fromEntries(texts));
  };
  return step(data);
}

/** Whether the value is a JSON array or object; YAML 1.1 also has dates and sets. */
function isPlain(value: unknown): value is object {
  return Array.isArray(value) || (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype);
}

/** The offset of the key (or the sequence item) at the path, in characters. */
function offsetOf(document: Document, path: readonly string[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last);
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  if (isSeq(parent)) return rangeOf(parent.items[Number(last)])?.[0];
  return undefined;
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return isNode(node) && Array.isArray(node.range) ? node.range : undefined;
}
