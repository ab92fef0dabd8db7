import type { Outcome } from '../model/outcome.ts';
import { limitOutcomes } from './limit-outcomes.ts';
import { formsOf, frame } from './stack-trace.ts';

type Sign = {
  readonly what: string;
  readonly in: RegExp;
  /** What must follow among the letters, digits and dots of the same name, however long it is. */
  readonly thenIn?: RegExp;
};

const stackTrace: Sign = { what: 'a stack trace', in: frame };

/**
 * What no API says on purpose when it refuses a request (OWASP, "Improper Error Handling"). What may be long is bounded here
 * and below, so that the search takes linear time: the parts of a host's name have 63 characters (RFC 1035, section 2.3.4).
 */
const certain: readonly Sign[] = [
  stackTrace,
  {
    what: 'an exception of a program',
    in: /\b(?:java|javax|org\.springframework|com\.sun)\.[\w.]|\b(?:sqlalchemy|psycopg2?|pymysql|django|werkzeug)\.[\w.]\w{0,100}\./,
    thenIn: /(?:Exception|Error)\b/,
  },
  {
    what: 'an exception of a program',
    in: /\b(?:TypeError|ReferenceError|NullPointerException|AttributeError|KeyError): /,
  },
  { what: 'SQL', in: /SQLSTATE\[|syntax error at or near|\bORA-\d{5}\b/ },
  {
    what: 'a path of the server',
    in: /(?:^|[\s"'(=])\/[\w./-]+\.(?:py|rb|php|java|jar|js|ts|go|conf)\b|[A-Z]:\\\\?(?:Users|inetpub|Program Files)\\/,
  },
];

/** What may be meant for the reader: it is drift. */
const likely: readonly Sign[] = [
  {
    what: 'SQL',
    in: /\bSELECT\b[^.]{1,200}\bFROM\b|\bINSERT INTO \w+ ?\(|\bUPDATE \w+ SET\b|\bDELETE FROM \w+/,
  },
  {
    what: 'a path of the server',
    in: /(?:^|[\s"'(=])\/(?:usr|var|home|opt|etc|srv)\/[\w.-]+\/[\w./-]+/,
  },
  {
    what: 'an address of an inner network',
    in: /\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b|\bip(?:-\d{1,3}){4}\b|(?<![@\w.-])[\w-]{0,63}(?:-|\d|\.)[\w-]{0,63}\.(?:internal|local|corp)\b|\b(?:db|cache|redis|mysql|postgres|mongo|kafka)\.(?:internal|local|corp)\b/,
  },
];

/** Headers that say what a server is made of. */
const telling = /^x-(powered-by|aspnet(mvc)?-version|debug.*|trace-?back|stack.*|generator|backend.*)$/i;

/**
 * Neither the body of an error nor any header tells of the inside of the server. The data of a success are whatever
 * they are: the log of a run may well quote a database.
 * @param own what the request said itself, its host and values: the answer may say it, too
 */
export function checkLeaks(
  status: string,
  body: string,
  headers: readonly { key: string; value: string }[],
  own: readonly string[] = [],
): Outcome[] {
  const isError = status.charAt(0) === '4' || status.charAt(0) === '5';
  const found = [
    ...(isError ? inText(body, own, 'the body') : []),
    ...limitOutcomes(
      headers.flatMap(({ key, value }) => inHeader(key, value, own)),
      'headers that tell of the inside of the server',
    ),
  ];
  return found.length > 0
    ? found
    : [{ check: 'leak', verdict: 'passed', message: 'nothing of the kind is told' }];
}

function inHeader(key: string, value: string, own: readonly string[]): Outcome[] {
  const text = without(own, value);
  const versioned = /^server$/i.test(key) && /[a-z]\/\d+\.\d/i.test(text) && !/^awselb/.test(text);
  const place = `the header ${key}`;
  const sure = told(certain, value, own, place, 'failed');
  if (sure.length > 0) return sure;
  if (telling.test(key) || versioned) return [toOutcome(`${key}: ${text}`, 'drift')];
  return told(likely, value, own, place, 'drift');
}

/** What is certain makes the rest needless. */
function inText(text: string, own: readonly string[], place: string): Outcome[] {
  const sure = told(certain, text, own, place, 'failed');
  return sure.length > 0 ? sure : told(likely, text, own, place, 'drift');
}

function told(
  signs: readonly Sign[],
  text: string,
  own: readonly string[],
  place: string,
  verdict: 'failed' | 'drift',
): Outcome[] {
  const found = signs.flatMap((sign) => {
    // Only a trace is sure in any form: a path, for example, may be the value of a parameter in a link.
    const forms = sign === stackTrace ? formsOf(text) : [text];
    const form = forms.find((one) => placeOf(sign, without(own, one)) >= 0);
    if (form === undefined) return [];
    // What cookies hold may let somebody in.
    const shown = /cookie/i.test(place) ? '' : form;
    return [toOutcome(`${sign.what} in ${place}`, verdict, excerptOf(shown, sign))];
  });
  // Two signs of one kind are one leak.
  return found.filter(({ message }, index) => found.findIndex((one) => one.message === message) === index);
}

/** Where a sign begins, or -1. Each name is looked at once, so that the search takes linear time. */
function placeOf({ in: begin, thenIn: end }: Sign, text: string): number {
  if (end === undefined) return text.search(begin);
  const names = /[\w.]+/g;
  for (let name = names.exec(text); name !== null; name = names.exec(text)) {
    const found = begin.exec(name[0]);
    if (found !== null && end.test(name[0].slice(found.index + found[0].length)))
      return name.index + found.index;
  }
  return -1;
}

function without(own: readonly string[], text: string): string {
  return own.reduce((rest, part) => rest.split(part).join(''), text);
}

const longest = 100;

/**
 * The text from the word on in which the sign begins. It is that of the answer, with what the request said: taken out of
 * a secret, that would keep it from being found and replaced.
 */
function excerptOf(text: string, sign: Sign): string {
  const place = placeOf(sign, text);
  if (place < 0) return '';
  const [word = ''] = /[^\s"']*$/.exec(text.slice(Math.max(0, place - longest), place)) || [];
  const rest = text.slice(place - word.length).trim();
  return rest.length > longest ? `: ${rest.slice(0, longest)}...` : `: ${rest}`;
}

function toOutcome(what: string, verdict: 'failed' | 'drift', excerpt = ''): Outcome {
  return {
    check: 'leak',
    verdict,
    message: `the answer tells of the inside of the server: ${what}`,
    expected: 'nothing about the inside of the server',
    actual: `${what}${excerpt}`,
  };
}
