import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { parsePointer } from '../pointer.ts';
import type { Location, Problem } from '../problem.ts';

/** A YAML or JSON text as plain data, and where each part of it stands. */
export type Parsed = {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** The place of the node at a JSON pointer, or of its nearest ancestor that is in this file. */
  readonly locate: (pointer: string) => Location;
};

/** Parses YAML 1.2 (and so JSON); syntax errors, duplicate keys included, become problems. */
export function parse(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems = document.errors.map(
    (error): Problem => ({
      code: 'yaml-syntax',
      severity: 'error',
      message: `${error.message}. Mend the YAML at this place.`,
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
  return { ...toData(document, file), locate };
}

function toData(document: ReturnType<typeof parseDocument>, file: string): Omit<Parsed, 'locate'> {
  try {
    return { data: document.toJS({ maxAliasCount: 1000 }), problems: [] };
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)}. Write it without aliases.`;
    const location = { file, line: 1, column: 1 };
    return { data: undefined, problems: [{ code: 'yaml-aliases', severity: 'error', message, location }] };
  }
}

/** Where the key (or the sequence item) at the path begins, in characters. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly string[]): number | undefined {
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
