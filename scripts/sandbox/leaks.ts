import type { Outcome } from '../model/outcome.ts';

/** Signs of the inside of a server (OWASP, "Improper Error Handling"). */
const signs: readonly { readonly what: string; readonly in: RegExp }[] = [
  {
    what: 'a stack trace',
    in: /Traceback \(most recent call last\)|\bat [^\s(][^(\n]{0,200}\((?:node:[^()\s]+|[^()\n]+\.\w+):\d+(:\d+)?\)|File \\?"[^"]+\\?", line \d+/m,
  },
  {
    what: 'an exception of a program',
    in: /\b(java|javax|org\.springframework|com\.sun)\.[\w.]+(Exception|Error)\b|\b(sqlalchemy|psycopg2?|pymysql|django|werkzeug)\.[\w.]+|\b(TypeError|ReferenceError|NullPointerException|AttributeError|KeyError): /,
  },
  {
    what: 'SQL',
    in: /\bSELECT\b[\s\S]{1,200}\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.{1,100}\bSET\b|SQLSTATE|syntax error at or near|ORA-\d{5}|\bDELETE FROM\b/,
  },
  {
    what: 'a path of the server',
    in: /(?:^|[\s"'(=])\/(?:usr|var|home|opt|etc|srv|app)\/[\w.-]+\/[\w./-]+|[A-Z]:\\\\?(?:Users|inetpub|Program Files)/,
  },
  {
    what: 'an address of an inner network',
    in: /\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b|\bip-\d+-\d+-\d+-\d+\b|\b[\w-]+\.(?:internal|local|corp)\b/,
  },
];

/** Headers that say what a server is made of, and the headers whose value may. */
const telling =
  /^x-(powered-by|aspnet(mvc)?-version|debug.*|trace-?back|stack.*|runtime|generator|backend.*)$/i;

/** Neither the body of an error nor any header tells of the inside of the server. */
export function checkLeaks(
  status: string,
  text: string,
  headers: readonly { key: string; value: string }[],
): Outcome[] {
  const error = status.charAt(0) === '4' || status.charAt(0) === '5';
  const inBody = error
    ? signs.filter((sign) => sign.in.test(text)).map((sign) => `${sign.what} in the body`)
    : [];
  const inHeaders = headers.flatMap(({ key, value }) => {
    const versioned =
      /^(server|via)$/i.test(key) && /[a-z]\/\d+\.\d/i.test(value) && !/^awselb|^1\.1 /.test(value);
    if (telling.test(key) || versioned) return [`${key}: ${value}`];
    const sign = signs.find((one) => one.in.test(value));
    return sign === undefined ? [] : [`${sign.what} in the header ${key}`];
  });
  const found = [...inBody, ...inHeaders];
  if (found.length === 0)
    return [{ check: 'leak', verdict: 'passed', message: 'nothing of the kind is told' }];
  return found.map(
    (what): Outcome => ({
      check: 'leak',
      verdict: 'failed',
      message: `the answer tells of the inside of the server: ${what}`,
      expected: 'nothing about the inside of the server',
      actual: what,
    }),
  );
}
