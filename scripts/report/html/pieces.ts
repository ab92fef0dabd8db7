/** A piece of a text, and whether it is highlighted. */
export type Piece = { readonly text: string; readonly marked: boolean };

/**
 * Marks what differs between the texts: every word between their common beginning and their common end. A text without a
 * common word is marked as a whole.
 */
export function markDifferences(texts: readonly string[]): Piece[][] {
  const all = texts.map((text) => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? []);
  const shortest = Math.min(...all.map((words) => words.length));
  const start = alike(all, shortest, (words, at) => words[at]);
  const end = alike(all, shortest - start, (words, at) => words[words.length - 1 - at]);
  return all.map((words) => {
    const common = [...words.slice(0, start), ...words.slice(words.length - end)];
    if (!common.some((word) => /[\p{L}\p{N}]/u.test(word))) return pieces([[words.join(''), true]]);
    return pieces([
      [words.slice(0, start).join(''), false],
      [words.slice(start, words.length - end).join(''), true],
      [words.slice(words.length - end).join(''), false],
    ]);
  });
}

/** The number of words that all lists share, counted from the end at which `at` begins. */
function alike(
  all: readonly (readonly string[])[],
  most: number,
  at: (words: readonly string[], index: number) => string | undefined,
): number {
  const [model = []] = all;
  for (let index = 0; index < most; index += 1)
    if (all.some((words) => at(words, index) !== at(model, index))) return index;
  return most;
}

function pieces(parts: readonly (readonly [string, boolean])[]): Piece[] {
  return parts.flatMap(([text, marked]) => (text === '' ? [] : [{ text, marked }]));
}
