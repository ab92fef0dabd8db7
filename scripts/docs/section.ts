type Heading = { readonly line: number; readonly depth: number; readonly title: string };

/**
 * What stands in Markdown under a heading, down to the next one of the same level; the headings in it are raised to the
 * second level, as they are to stand on a page of their own. `undefined` where there is no such heading.
 */
export function section(markdown: string, title: string): string | undefined {
  const lines = markdown.split(/\r?\n/);
  const headings = toHeadings(lines);
  const at = headings.findIndex((heading) => heading.title === title);
  const first = headings[at];
  if (first === undefined) return undefined;
  const inner = headings.slice(at + 1);
  const end = inner.find(({ depth }) => depth <= first.depth)?.line ?? lines.length;
  const raised = new Set(inner.map(({ line }) => line));
  return lines
    .map((line, number) => (raised.has(number) ? line.slice(first.depth - 1) : line))
    .slice(first.line + 1, end)
    .join('\n')
    .trim();
}

/** A line with `#` in a block of code is no heading. */
function toHeadings(lines: readonly string[]): Heading[] {
  let inCode = false;
  return lines.flatMap((text, line) => {
    if (/^\s*```/.test(text)) inCode = !inCode;
    const [, marks, title] = (!inCode && /^(#+) +(.+?) *$/.exec(text)) || [];
    return marks === undefined || title === undefined ? [] : [{ line, depth: marks.length, title }];
  });
}
