import { toLiteral } from '../literal.ts';
import { type Language, requiredNames, type SampleVariable, toPieces, variablesIn } from './language.ts';
import { isRepeated, type SampleBody } from './request.ts';

/** A program for Python 3.6 or later, with requests. It ends with an error if a variable is missing. */
export const python: Language = {
  lang: 'Python',
  label: 'Python',
  comment: '#',
  toSource: (request, variables) => {
    const { method, url, headers, basic, digest, body } = request;
    const quote = (text: string): string => quotePieces(toPieces(text, variables));
    const literal = (value: object): string =>
      toLiteral(value, {
        step: '    ',
        key: quote,
        scalar: (one) => (typeof one === 'string' ? quote(one) : (constants.get(one) ?? String(one))),
      });
    const assignments = [
      ...(body === undefined
        ? []
        : [`payload = ${payloadOf(body, { quote, literal, encode: toEncode(quote) })}\n`]),
      ...(headers.length === 0 ? [] : [`headers = ${literal(Object.fromEntries(headers))}\n`]),
    ];
    const options = [
      ...(body === undefined ? [] : [`${argumentOf(body)}=payload`]),
      ...(headers.length === 0 ? [] : ['headers=headers']),
      ...(basic === undefined ? [] : [authOf(basic, digest, quote)]),
    ];
    // requests has no function for TRACE.
    const call = method === 'TRACE' ? 'request("TRACE", ' : `${method.toLowerCase()}(`;
    return `import os

import requests
${importDigest(digest)}
${readVariables(variablesIn(request, variables))}

url = ${quote(url)}

${assignments.join('')}${assignments.length === 0 ? '' : '\n'}response = requests.${call}${['url', ...options].join(', ')}, timeout=60)
if not response.ok:
    raise SystemExit(f"{response.status_code} {response.text}")
print(response.text)`;
  },
};

function importDigest(digest: boolean): string {
  return digest ? 'from requests.auth import HTTPDigestAuth\n' : '';
}

type Quote = (text: string) => string;

/** requests would send text in Latin-1. */
function toEncode(quote: Quote): Quote {
  return (text) => `${quote(text)}.encode()`;
}

function authOf(pair: readonly string[], digest: boolean, quote: Quote): string {
  return digest
    ? `auth=HTTPDigestAuth(${pair.map(quote).join(', ')})`
    : `auth=(${pair.map(toEncode(quote)).join(', ')})`;
}

type Writers = { readonly quote: Quote; readonly literal: (value: object) => string; readonly encode: Quote };

function payloadOf(body: SampleBody, { quote, literal, encode }: Writers): string {
  if ('file' in body) return `open(${quote(body.file)}, "rb")`;
  if ('parts' in body) {
    const lines = body.parts.map(({ name, value, file, contentType }) => {
      const content =
        file === undefined ? `None, ${encode(value)}` : `${quote(file)}, open(${quote(file)}, "rb")`;
      const type = contentType === undefined ? '' : `, ${quote(contentType)}`;
      return `    (${quote(name)}, (${content}${type})),\n`;
    });
    return `[\n${lines.join('')}]`;
  }
  if (body.json !== undefined) return literal(body.json);
  if (body.form === undefined) return encode(body.text);
  if (!isRepeated(body.form)) return literal(Object.fromEntries(body.form));
  return `[\n${body.form.map(([name, value]) => `    (${quote(name)}, ${quote(value)}),\n`).join('')}]`;
}

function argumentOf(body: SampleBody): string {
  if ('parts' in body) return 'files';
  return 'json' in body ? 'json' : 'data';
}

const constants = new Map<unknown, string>([
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
]);

/** If a variable is missing, the program sends nothing. */
function readVariables(variables: readonly SampleVariable[]): string {
  const names = requiredNames(variables).map((name) => JSON.stringify(name));
  const stopIfMissing = `for name in [${names.join(', ')}]:
    if not os.environ.get(name):
        raise SystemExit(f"{name} is not set")

`;
  const lines = variables.map(({ name, fallback }) =>
    fallback === undefined
      ? `${name} = os.environ["${name}"]`
      : `${name} = os.environ.get("${name}", ${JSON.stringify(fallback)})`,
  );
  return (names.length === 0 ? '' : stopIfMissing) + lines.join('\n');
}

/** A string, or an f-string if it has variables. All escapes of JSON are valid in Python. */
function quotePieces(pieces: readonly (string | SampleVariable)[]): string {
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object') return only.name;
  const escapeText = (text: string): string => JSON.stringify(text).slice(1, -1);
  if (pieces.every((piece) => typeof piece === 'string')) return `"${escapeText(pieces.join(''))}"`;
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? escapeText(piece).replace(/[{}]/g, '$&$&') : `{${piece.name}}`,
  );
  return `f"${parts.join('')}"`;
}
