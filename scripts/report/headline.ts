import { isBeyondLimit } from '../model/beyond-limit.ts';
import type { Finding } from '../model/run-result.ts';

/** A finding, and the sentence that says what happened. */
export type DescribedFinding = Finding & { readonly sentence: string };

/** Describes a finding in a sentence that begins with the response. `undefined` if the message is to be used as it is. */
type Sentence = (finding: Finding, response: string) => string | undefined;

/** The sentences by check. The form of a headline is `200 response has no "skipped" (getActivitiesStatistic, eu)`. */
const sentences: Readonly<Record<string, Sentence>> = {
  schema: ofSchema,
  undocumented: ({ message, instance = undescribedIn(message) }, response) =>
    instance === undefined
      ? undefined
      : `${response} has ${instance}, which is not described${moreIn(message)}`,
  'media-type': ({ expected, actual = '' }, response) => {
    if (expected === 'no body') return `${response} has a body (${actual}), and none is documented`;
    return actual === 'no Content-Type'
      ? `${response} has no Content-Type`
      : `${response} has the media type ${actual}, which is not documented`;
  },
  headers: ({ message, expected, actual }, response) => {
    const name = /\bthe header ([^\s:]+)/.exec(message)?.[1];
    if (name === undefined) return undefined;
    return message.includes(' is missing')
      ? `${response} has no header ${name}`
      : inShort(`${response} has ${actual} in the header ${name} instead of ${expected}`);
  },
  budget: ({ expected, actual }, response) => `${response} took ${actual} instead of ${expected}`,
  http: ({ actual }) => `the response cannot be read: ${actual}`,
  relation: ({ message, expected }, response) => {
    const not = /^they are not (.+)$/s.exec(message)?.[1];
    return not === undefined ? undefined : `${response} has values that are not ${not}: ${expected}`;
  },
  leak: ({ message }, response) =>
    message.replace(/^the response (?:reveals|tells of) /, `${response} reveals `),
  repeat: ({ message }) =>
    message.replace('was different just before', 'differs from the response just before'),
};

/**
 * The sentence about a finding. It is the message if the check could not be made, or if findings beyond a limit are joined.
 * @param status the status of the response, if there is one
 */
export function toSentence(finding: Finding, status: number | undefined): string {
  const { check, severity, message } = finding;
  const response = status === undefined ? 'the response' : `${status} response`;
  const isBroken = severity === 'failed' || severity === 'drift';
  if (!isBroken || isBeyondLimit(message)) return message;
  const sentence = sentences[check]?.(finding, response) ?? message;
  return sentence
    .replace(/^(?:it|the (?:answer|response|body)) (?=is |does |has |took |differs )/, `${response} `)
    .replace(/^not true: /, 'it is not true that ');
}

function ofSchema({ message, expected = '', actual = '', instance }: Finding, response: string): string {
  const place = instance ?? placeIn(message) ?? '';
  const at = place === '' ? '' : ` at ${place}`;
  const more = moreIn(message);
  const [, missing, beside = ''] = /^a property `(.+?)`( beside `.+`)?$/s.exec(expected) ?? [];
  if (missing !== undefined) return `${response} has no "${missing}"${beside}${at}${more}`;
  const added = /^no property `(.+)`$/s.exec(expected)?.[1];
  if (added !== undefined) return `${response} has "${added}"${at}, which the schema does not allow${more}`;
  // Expectations about several values or schemas can't be put as "has X instead of Y".
  const isAlone = !/schema|name|unique|items|propert/.test(expected);
  const isShort = actual !== '' && actual.length <= 40;
  const sentence =
    (isAlone && actual !== '' && inShort(`${response} has ${actual}${at} instead of ${expected}`)) ||
    (isAlone && isShort && `${response} has ${actual}${at}, which the schema does not allow`) ||
    (expected !== '' && inShort(`${response}${at}: expected ${expected}`)) ||
    `${response} has a value${at} that the schema does not allow`;
  return `${sentence}${more}`;
}

/** The sentence if it is short enough for a headline. The rows below the headline have the details. */
function inShort(sentence: string): string | undefined {
  return sentence.length <= 90 && !sentence.includes('\n') ? sentence : undefined;
}

/** `, and in 3 more places` */
function moreIn(message: string): string {
  const number = / \((and in [\d,]+ more \w+)\)$/.exec(message)?.[1];
  return number === undefined ? '' : `, ${number}`;
}

/** The path of an undocumented property. Its name may contain any characters. */
function undescribedIn(message: string): string | undefined {
  return /^(\/.*?): a property that is not described/s.exec(message)?.[1];
}

/** The JSON pointer at the beginning of a message. */
function placeIn(message: string): string | undefined {
  return /^(\/\S*): /.exec(message)?.[1];
}
