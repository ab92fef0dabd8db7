import type { Problem } from '../../base/problem.ts';
import type { Case, Outgoing } from '../../cases/case.ts';
import { plain, toOutgoing, variablesIn } from '../../cases/outgoing.ts';
import type { Api, Operation } from '../../model/api.ts';
import { credentialsOf } from '../../model/credentials.ts';
import { secretsOf } from './auth.ts';
import { bodyProblem, toSent } from './request.ts';
import { lossOf } from './serialize.ts';
import { toUrl } from './url.ts';

/** A part of a request that can't be sent as the spec says, and its place in the spec. */
export type UnsendablePart = {
  readonly part: string;
  readonly pointer: string;
  readonly code: keyof typeof explanations;
  /** In place of the explanation. */
  readonly reason?: string;
};

const explanations = {
  'no-stray-variable': {
    reason: 'contains `{{`, which Postman would read as a variable',
    remedy:
      ", and it can't be escaped there. Use another value or name, or `x-variable` for a value that the caller sets.",
  },
  'header-malformed': {
    reason: 'has a character that is not allowed in an HTTP header',
    remedy:
      ' (RFC 9110, section 5). Use letters, digits and `-` in its name, and ASCII without control characters in its value.',
  },
  'value-ambiguous': { reason: '', remedy: '. Use another value, style or path.' },
  'body-not-generated': { reason: '', remedy: '' },
} as const;

/**
 * Searches a request, as it is sent, for unintended Postman variables and for headers that HTTP does not allow.
 * @returns the first such part
 */
export function findUnsendable(operation: Operation, outgoing: Outgoing): UnsendablePart | undefined {
  const { url, header, auth, body } = toSent(operation, outgoing);
  const { host, path, query, variable } = url;
  const { pointer } = operation;
  const parts: (Place & { readonly sent: unknown })[] = [
    { part: 'the authorisation', pointer, sent: auth },
    { part: 'the URL', pointer, sent: [host, path.join('/'), query.map(pairOf), variable.map(pairOf)] },
    ...header.map((one) => ({
      part: `the header ${one.key}`,
      pointer: placeOf(operation, one.key),
      sent: pairOf(one),
    })),
    { part: 'the body', pointer: operation.body?.pointer ?? pointer, sent: body },
  ];
  const intended = [
    operation.base,
    ...secretsOf(operation.auth, outgoing.credentials),
    ...variablesIn(outgoing),
  ];
  const found = parts.find(({ sent }) => hasUnintended(JSON.stringify(sent ?? ''), intended));
  if (found !== undefined) return { part: found.part, pointer: found.pointer, code: 'no-stray-variable' };
  const malformed = header.find((one) => !isHeader(one));
  if (malformed !== undefined) {
    const part = `the header ${malformed.key}`;
    return { part, pointer: placeOf(operation, malformed.key), code: 'header-malformed' };
  }
  const keys = credentialsOf(operation.auth).filter((one) => one.type === 'apikey');
  const isKeyed = keys.every(({ in: place, key }) => place === 'query' || isToken(key));
  return isKeyed ? undefined : { part: 'the authorisation', pointer, code: 'header-malformed' };
}

type Place = Pick<UnsendablePart, 'part' | 'pointer'>;

type Pair = { readonly key: string; readonly value: string };

/** Whether HTTP allows a header (RFC 9110, section 5.5). The caller is responsible for the values of variables. */
function isHeader({ key, value }: Pair): boolean {
  return isToken(key) && /^[\t -~\u0080-\u00ff]*$/.test(value);
}

/** Whether a text is a valid name of a header (RFC 9110, section 5.6.2) or of a cookie (RFC 6265, section 4.1.1). */
function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/**
 * Searches a request for a value that can't be written in its style, for a path that Postman would change, and for a body
 * that can't be written.
 * @returns the first such part. The request can be sent, but its response proves nothing.
 */
function findAmbiguous(operation: Operation, outgoing: Outgoing): UnsendablePart | undefined {
  const code = 'value-ambiguous';
  const inPath = pathLoss(operation, outgoing);
  if (inPath !== undefined) return { part: 'the path', pointer: operation.pointer, code, reason: inPath };
  for (const { parameter, value } of outgoing.parameters) {
    const { name, in: place, pointer } = parameter;
    const reason = lossOf(parameter, value);
    if (reason !== undefined) return { part: `the ${place} parameter ${name}`, pointer, code, reason };
  }
  const reason = bodyProblem(operation, outgoing);
  const pointer = operation.body?.pointer ?? operation.pointer;
  return reason === undefined ? undefined : { part: 'the body', pointer, code: 'body-not-generated', reason };
}

/** Dot segments are removed on the way (RFC 3986, section 5.2.4). */
function pathLoss(operation: Operation, outgoing: Outgoing): string | undefined {
  const { path } = operation;
  const names = new Set(outgoing.parameters.map(({ parameter }) => `{${parameter.name}}`));
  const undescribed = (path.match(/\{[^{}]+\}/g) ?? []).find((name) => !names.has(name));
  if (undescribed !== undefined) return `has ${undescribed}, which no parameter describes`;
  const mark = /[?#]/.exec(path)?.[0];
  if (mark !== undefined) return `has \`${mark}\`, which would end it`;
  const { path: segments, variable } = toUrl(operation, outgoing);
  const texts = segments.map(
    (segment) => variable.find(({ key }) => segment === `:${key}`)?.value ?? segment,
  );
  return texts.some((text) => /^(\.|%2E){1,2}$/i.test(text))
    ? 'has a segment of dots only, which is removed on the way'
    : undefined;
}

/** Why a case can't be sent. What is wrong in the operation's plain request is wrong in most other cases, too. */
export function whyUnsendable({ operation, outgoing }: Case): string | undefined {
  const unsendable = findProblem(operation, plain(operation)) ?? findProblem(operation, outgoing);
  return unsendable && `${unsendable.part} ${unsendable.reason ?? explanations[unsendable.code].reason}`;
}

function findProblem(operation: Operation, outgoing: Outgoing): UnsendablePart | undefined {
  return findUnsendable(operation, outgoing) ?? findAmbiguous(operation, outgoing);
}

/** The request of an operation in the Postman collection, without optional parameters that can't be sent. */
export function sendableRequest(operation: Operation): Outgoing | undefined {
  if (findUnsendable(operation, plain(operation)) !== undefined) return undefined;
  const outgoing = toOutgoing(operation);
  return { ...outgoing, parameters: outgoing.parameters.filter((sent) => !findInParameter(operation, sent)) };
}

/** A problem for each part of the spec that the collections leave out. */
export function unsendableProblems({ operations }: Api, cases: readonly Case[]): Problem[] {
  return operations.flatMap((operation) => {
    const { id } = operation;
    const whole = findUnsendable(operation, plain(operation));
    if (whole !== undefined) return [toProblem(whole, `${id} is left out`)];
    const ambiguous = findAmbiguous(operation, plain(operation));
    if (ambiguous !== undefined) return [toProblem(ambiguous, `${id}: its test cases are not sent`)];
    const optional = toOutgoing(operation).parameters.flatMap((sent) => {
      const unsendable = findInParameter(operation, sent);
      return unsendable === undefined
        ? []
        : [toProblem(unsendable, `${id}: its parameter ${sent.parameter.name} is left out`)];
    });
    const varied = cases.flatMap((testCase) => {
      const unsendable =
        testCase.operation === operation ? findProblem(operation, testCase.outgoing) : undefined;
      return unsendable === undefined
        ? []
        : [toProblem(unsendable, `${id}: its test case ${testCase.id} is not sent`)];
    });
    return [...optional, ...varied];
  });
}

/** Checks an optional parameter together with the required parts. */
function findInParameter(
  operation: Operation,
  sent: Outgoing['parameters'][number],
): UnsendablePart | undefined {
  const required = plain(operation);
  return sent.disabled
    ? findUnsendable(operation, { ...required, parameters: [...required.parameters, sent] })
    : undefined;
}

function toProblem({ part, pointer, code, ...own }: UnsendablePart, what: string): Problem {
  const { reason, remedy } = { ...explanations[code], ...own };
  return { code, severity: 'warning', message: `${what}: ${part} ${reason}${remedy}`, pointer };
}

/** Whether a text has an unintended variable, or a brace before an intended one. Removes found ones from `intended`. */
function hasUnintended(text: string, intended: string[]): boolean {
  const rest = text.replace(/\{\{([^{}]*)\}\}/g, (found, name: string) => {
    const index = intended.indexOf(name);
    return index < 0
      ? found
      : intended
          .splice(index, 1)
          .map(() => mark)
          .join('');
  });
  return rest.includes('{{') || rest.includes(`{${mark}`);
}

/** Replaces a variable; JSON text has no such character. */
const mark = '\u0000';

function pairOf({ key, value }: Pair): string[] {
  return [key, value];
}

/** The place of a header in the spec. */
function placeOf({ parameters, pointer }: Operation, header: string): string {
  const own = parameters.find(({ in: place, name }) =>
    place === 'header' ? name === header : place === 'cookie' && header === 'Cookie',
  );
  return own?.pointer ?? pointer;
}
