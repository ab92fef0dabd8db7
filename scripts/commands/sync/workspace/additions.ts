import { isObject } from '../../../base/read.ts';
import { type Data, objectsOf, textOf } from './data.ts';
import { isNothing } from './difference.ts';

/**
 * The keys of the Collection Format v2.1.0 that hold people's work in a folder, request, saved example or header. The
 * others are ids, dates, owners and defaults of Postman's.
 */
const work = [
  ...['auth', 'body', 'certificate', 'description', 'disabled', 'event', 'header', 'protocolProfileBehavior'],
  ...['proxy', 'query', 'variable'],
];

/** Keys whose values have such keys in turn. */
const holders = ['info', 'originalRequest', 'request', 'url'];

/** What somebody added to a part where nothing is sent, which is not a difference: `auth`, `header X-Own`. */
export function additionsIn(sent: Data, given: Data): string[] {
  return [
    ...work.flatMap((key) => additionsAt(key, sent[key], given[key])),
    ...holders.flatMap((key) => {
      const [ours, theirs] = [sent[key], given[key]];
      return isObject(theirs) ? additionsIn(isObject(ours) ? ours : {}, theirs) : [];
    }),
  ];
}

function additionsAt(key: string, sent: unknown, given: unknown): string[] {
  if (isBlank(given)) return [];
  if (!Array.isArray(given)) return isBlank(sent) ? [key] : [];
  const ours = [...objectsOf(sent)];
  return objectsOf(given).flatMap((one) => {
    const name = `${key} ${nameOf(one)}`.trimEnd();
    const at = ours.findIndex((other) => nameOf(other) === nameOf(one));
    const [same] = at < 0 ? [] : ours.splice(at, 1);
    if (same === undefined) return isBlank(one) ? [] : [name];
    return additionsIn(same, one).map((what) => `${name}: ${what}`);
  });
}

/** The name of a header, parameter or variable, or the event of a script. */
function nameOf({ key, listen }: Data): string {
  return textOf(key) || textOf(listen);
}

/** Postman itself adds scripts without a line, bodies without text, and descriptions that have only a type. */
function isBlank(value: unknown): boolean {
  if (!isObject(value)) return value === false || isNothing(value);
  const { listen, script, mode, content } = value;
  if (listen !== undefined) return isBlankScript(script);
  if (typeof mode === 'string') return isNothing(value[mode]);
  return content === undefined ? isNothing(value) : isNothing(content);
}

function isBlankScript(script: unknown): boolean {
  const { exec } = isObject(script) ? script : {};
  return [exec].flat().join('').trim() === '';
}
