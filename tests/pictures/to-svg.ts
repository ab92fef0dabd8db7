/** The codes of ECMA-48, section 8.3.117, that reports use, and the class that each one sets; others reset it. */
const classes: Readonly<Record<string, string>> = {
  1: 'strong',
  2: 'dim',
  31: 'bad',
  32: 'good',
  33: 'doubt',
};

const [columns, charWidth, lineHeight, margin] = [80, 8.4, 18, 16];

const style = `
  rect { fill: #0d1117 }
  text { fill: #d1d7e0; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre }
  .strong { fill: #ffffff; font-weight: bold }
  .dim { fill: #9198a1 }
  .bad { fill: #ff7b72 }
  .good { fill: #3fb950 }
  .doubt { fill: #d29922 }`;

/** What a terminal of 80 columns shows of a text with colours, as a picture (SVG 1.1). */
export function toSvg(title: string, text: string): string {
  const rows = text.split('\n').flatMap(toRows);
  const [width, height] = [columns * charWidth + 2 * margin, rows.length * lineHeight + 2 * margin];
  const lines = rows.flatMap((row, at) => printRow(row, margin + (at + 0.75) * lineHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${toXml(title)}</title>`,
    `<style>${style}\n</style>`,
    '<rect width="100%" height="100%" rx="8"/>',
    ...lines,
    '</svg>\n',
  ].join('\n');
}

type Cell = { readonly character: string; readonly name: string };

/** The characters of a line with their colours, broken where the terminal ends. */
function toRows(line: string): readonly (readonly Cell[])[] {
  const cells = `\u001b[0m${line}`.split('\u001b[').flatMap((piece): Cell[] => {
    const [, code = '', text = ''] = /^(\d+)m(.*)$/.exec(piece) ?? [];
    return [...text].map((character) => ({ character, name: classes[code] ?? '' }));
  });
  const count = Math.max(1, Math.ceil(cells.length / columns));
  return Array.from({ length: count }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
}

/** One element for each run of one colour; `textLength` keeps the columns, whichever font is there. */
function printRow(row: readonly Cell[], y: number): string[] {
  const elements: string[] = [];
  for (let from = 0; from < row.length; ) {
    const name = row[from]?.name ?? '';
    const rest = row.slice(from);
    const end = rest.findIndex((cell) => cell.name !== name);
    const text = rest.slice(0, end === -1 ? undefined : end).map(({ character }) => character);
    const x = (margin + from * charWidth).toFixed(1);
    const length = (text.length * charWidth).toFixed(1);
    if (text.join('').trim() !== '') {
      const named = name === '' ? '' : ` class="${name}"`;
      elements.push(`<text x="${x}" y="${y}" textLength="${length}"${named}>${toXml(text.join(''))}</text>`);
    }
    from += text.length;
  }
  return elements;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
