/** Words of a POSIX shell: quoted parts may hold spaces. */
const shellWord = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs;

/** A curl command as lines that a shell reads as one; only options start a line, and quoted parts stay whole. */
export function wrapCurl(command: string | undefined, width: number): string[] {
  if (command === undefined) return [];
  if (command.length <= width) return [command];
  const words = command.match(shellWord) ?? [];
  const lines: string[][] = [[]];
  for (const [index, word] of words.entries()) {
    if (index > 1 && word.startsWith('-')) lines.push([]);
    lines.at(-1)?.push(word);
  }
  return lines.map((line, index) => {
    const start = index === 0 ? '' : '  ';
    const end = index === lines.length - 1 ? '' : ' \\';
    return `${start}${line.join(' ')}${end}`;
  });
}
