/**
 * A line of a stack trace, or its heading: of Python, Java and its family, Node.js, .NET, PHP, Ruby, and Go. Repetitions
 * are bounded, so that the search takes linear time.
 */
const frames: readonly RegExp[] = [
  /Traceback \(most recent call last\)/,
  /File \\?"(?:[^"\n]{1,300}\.pyx?|<[^"\n>]{1,60}>)\\?", line \d+/,
  /\bat [^\s(][^(\n]{0,200}\((?:node:[^()\s]{1,300}|[^()\n]{1,300}\.(?:java|kt|scala|groovy|[cm]?[jt]sx?)):\d+(?::\d+)?\)/,
  /\bat [\w.$]{1,200}\((?:Native Method|Unknown Source)\)/,
  /\bat (?:async )?(?:file:\/\/)?\/[^\s()]{1,300}\.[cm]?[jt]sx?:\d+:\d+/,
  /\.(?:cs|vb|fs):line \d+/,
  /--- End of (?:inner exception )?stack trace/,
  /#\d+ [^\s()]{1,300}\.php\(\d+\)/,
  /\.rb:\d+:in [`'"]/,
  /\bgoroutine \d+ \[[^\]\n]{1,60}\]:/,
  /\.go:\d+ \+0x[0-9a-f]+/,
];

export const frame = new RegExp(frames.map(({ source }) => source).join('|'));

/** A text as it is, and decoded where it is percent-encoded, a JSON string, or one inside the other. */
export function formsOf(text: string): readonly string[] {
  const forms = [text];
  for (let form = decode(text); form !== forms[forms.length - 1] && forms.length < 4; form = decode(form))
    forms.push(form);
  return forms;
}

const spaced: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ' };

function decode(text: string): string {
  // A form writes a space as `+`.
  const isForm = /%[0-9a-f]{2}/i.test(text) && !text.includes(' ');
  return (isForm ? text.replace(/\+/g, ' ') : text)
    .replace(/%([2-7][0-9a-f]|0[9ad])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\([nrt"'/\\])/g, (_, character) => spaced[character] || character);
}
