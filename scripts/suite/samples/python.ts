import type { Language } from './language.ts';
import { type Part, type Variable, variablesIn } from './parts.ts';

/** A program for Python 3.6 or later, with requests. It ends with an error while a variable is missing. */
export const python: Language = {
  lang: 'Python',
  label: 'Python',
  generator: ['python', 'requests'],
  body: 'data',
  comment: '#',
  quoted: /"[^"]*"/g,
  quote,
  complete: (code) =>
    code
      .replace('import requests\n\n', '')
      // A text would be sent in Latin-1.
      .replace(/^payload = (".*")$/m, 'payload = $1.encode()')
      .replace(/\)\n\nprint/, () => `, timeout=60)\n${refuseErrors}\nprint`),
  preamble: (parts) => {
    const isEncoding = parts.some((part) => typeof part === 'object' && 'base64' in part);
    const imports = isEncoding ? 'import os\nfrom base64 import b64encode' : 'import os';
    const variables = variablesIn(parts);
    return `${imports}\n\nimport requests\n\n${refuseMissing(variables)}${variables.map(read).join('\n')}\n\n`;
  },
};

const refuseErrors = `if not response.ok:
    raise SystemExit(f"{response.status_code} {response.text}")`;

/** Without its variables nothing is sent. */
function refuseMissing(variables: readonly Variable[]): string {
  const names = variables.flatMap(({ name, fallback }) => (fallback === undefined ? [`"${name}"`] : []));
  if (names.length === 0) return '';
  return [
    `for name in [${names.join(', ')}]:`,
    '    if not os.environ.get(name):',
    '        raise SystemExit(f"{name} is not set")',
    '',
    '',
  ].join('\n');
}

function read({ name, fallback }: Variable): string {
  return fallback === undefined
    ? `${name} = os.environ["${name}"]`
    : `${name} = os.environ.get("${name}", ${quote([fallback])})`;
}

/** A string, formatted where it has variables; Python knows all escapes of JSON. */
function quote(parts: readonly Part[]): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && 'name' in only) return only.name;
  const isFormatted = parts.some((part) => typeof part !== 'string');
  const text = (part: string): string => JSON.stringify(part).slice(1, -1);
  const pieces = parts.map((part) => {
    if (typeof part !== 'string') return `{${expression(part)}}`;
    return isFormatted ? text(part).replace(/[{}]/g, '$&$&') : text(part);
  });
  return `${isFormatted ? 'f' : ''}"${pieces.join('')}"`;
}

/** Without double quotes and backslashes, which may not stand inside a formatted string before Python 3.12. */
function expression(part: Exclude<Part, string>): string {
  if ('name' in part) return part.name;
  const pieces = part.base64.map((piece) => (typeof piece === 'string' ? piece : `{${expression(piece)}}`));
  return `b64encode(f'${pieces.join('')}'.encode()).decode()`;
}
