import type { Outcome } from '../model/outcome.ts';
import { limitOutcomes } from './limit-outcomes.ts';
import { formsOf, frame } from './stack-trace.ts';

type LeakPattern = {
  readonly what: string;
  readonly in: RegExp;
  /** What must follow in the same name, among its letters, digits and dots. */
  readonly thenIn?: RegExp;
};

const stackTrace: LeakPattern = { what: 'a stack trace', in: frame };

/**
 * What no API says on purpose when it refuses a request (OWASP, "Improper Error Handling"). Repetitions are bounded here
 * and below, so that the search takes linear time: a label of a host has up to 63 characters (RFC 1035, section 2.3.4).
 */
const certain: readonly LeakPattern[] = [
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

/** What may be intended for the reader: it is drift. */
const likely: readonly LeakPattern[] = [
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

/** Headers that reveal the software of a server. */
const revealing = /^x-(powered-by|aspnet(mvc)?-version|debug.*|trace-?back|stack.*|generator|backend.*)$/i;

/**
 * Neither the body of an error nor any header reveals the inside of the server. The data of a success may be anything:
 * the log of a run may quote a database.
 * @param own the host and the values of the request: the response may repeat them
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
      'headers that reveal the inside of the server',
    ),
  ];
  return found.length > 0 ? found : [{ check: 'leak', verdict: 'passed', message: 'nothing is revealed' }];
}

function inHeader(key: string, value: string, own: readonly string[]): Outcome[] {
  const text = without(own, value);
  const versioned = /^server$/i.test(key) && /[a-z]\/\d+\.\d/i.test(text) && !/^awselb/.test(text);
  const place = `the header ${key}`;
  const sure = search(certain, value, own, place);
  if (sure.length > 0) return sure;
  if (revealing.test(key) || versioned) return [toOutcome(`${key}: ${text}`, 'drift')];
  return search(likely, value, own, place);
}

/** What is likely is only reported if nothing is certain. */
function inText(text: string, own: readonly string[], place: string): Outcome[] {
  const sure = search(certain, text, own, place);
  return sure.length > 0 ? sure : search(likely, text, own, place);
}

function search(
  patterns: readonly LeakPattern[],
  text: string,
  own: readonly string[],
  place: string,
): Outcome[] {
  const verdict = patterns === certain ? 'failed' : 'drift';
  const found = patterns.flatMap((pattern) => {
    // Only a trace is certain in any encoding: a path, for example, may be the value of a parameter in a link.
    const forms = pattern === stackTrace ? formsOf(text) : [text];
    const form = forms.find((one) => placeOf(pattern, without(own, one)) >= 0);
    if (form === undefined) return [];
    // Cookies may contain credentials.
    const shown = /cookie/i.test(place) ? '' : form;
    return [toOutcome(`${pattern.what} in ${place}`, verdict, excerptOf(shown, pattern))];
  });
  // Two matches of one kind are one leak.
  return found.filter(({ message }, index) => found.findIndex((one) => one.message === message) === index);
}

/** Where a match begins, or -1. Each name is searched once, so that the search takes linear time. */
function placeOf({ in: begin, thenIn: end }: LeakPattern, text: string): number {
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
 * The text from the word in which the match begins. The values of the request stay in it: a secret without them would
 * not be found and redacted.
 */
function excerptOf(text: string, pattern: LeakPattern): string {
  const place = placeOf(pattern, text);
  if (place < 0) return '';
  const [word = ''] = /[^\s"']*$/.exec(text.slice(Math.max(0, place - longest), place)) || [];
  const rest = text.slice(place - word.length).trim();
  return rest.length > longest ? `: ${rest.slice(0, longest)}...` : `: ${rest}`;
}

function toOutcome(what: string, verdict: 'failed' | 'drift', excerpt = ''): Outcome {
  return {
    check: 'leak',
    verdict,
    message: `the response reveals the inside of the server: ${what}`,
    expected: 'nothing about the inside of the server',
    actual: `${what}${excerpt}`,
  };
}
