import type { Problem } from '../../base/problem.ts';
import type { Case, Outgoing } from '../../cases/case.ts';
import { plain, toOutgoing, variablesIn } from '../../cases/outgoing.ts';
import type { Api, Operation } from '../../model/api.ts';
import { secretsOf } from './auth.ts';
import { toSent } from './request.ts';

/** A part of a request that can't be sent as the spec says; where that is written. */
export type Stray = {
  readonly part: string;
  readonly pointer: string;
  readonly code: keyof typeof explanations;
};

const explanations = {
  'no-stray-variable': {
    reason: 'holds `{{`, which Postman would take for a variable',
    remedy:
      ", and it can't be written otherwise there. Give another value or name; for the caller's own value use `x-variable`.",
  },
  'header-malformed': {
    reason: 'has a character that no HTTP header can have',
    remedy:
      ' (RFC 9110, section 5). Use letters, digits and `-` in its name, and ASCII without control characters in its value.',
  },
} as const;

/**
 * Searches a request, as it is sent, for variables of Postman's: it may hold those that it is meant to, each as often.
 * Then for headers that HTTP has no form for.
 * @returns the first part that holds another variable, or is such a header
 */
export function strayIn(operation: Operation, outgoing: Outgoing): Stray | undefined {
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
  const meant = [
    operation.base,
    ...secretsOf(operation.auth, outgoing.credentials),
    ...variablesIn(outgoing),
  ];
  const found = parts.find(({ sent }) => holdsOther(JSON.stringify(sent ?? ''), meant));
  if (found !== undefined) return { part: found.part, pointer: found.pointer, code: 'no-stray-variable' };
  const malformed = header.find((one) => !isHeader(one));
  if (malformed !== undefined) {
    const part = `the header ${malformed.key}`;
    return { part, pointer: placeOf(operation, malformed.key), code: 'header-malformed' };
  }
  const { auth: own } = operation;
  const isKeyed = own.type !== 'apikey' || own.in === 'query' || isToken(own.key);
  return isKeyed ? undefined : { part: 'the authorisation', pointer, code: 'header-malformed' };
}

type Place = Pick<Stray, 'part' | 'pointer'>;

type Pair = { readonly key: string; readonly value: string };

/** Whether HTTP can carry a header (RFC 9110, section 5.5). A variable's value is the caller's. */
function isHeader({ key, value }: Pair): boolean {
  return isToken(key) && /^[\t -~\u0080-\u00ff]*$/.test(value);
}

/** Whether a text can be the name of a header (RFC 9110, section 5.6.2) or of a cookie (RFC 6265, section 4.1.1). */
function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Why a case is not sent; what its operation's plain request can't hold is in most of the others, too. */
export function whyUnsendable({ operation, outgoing }: Case): string | undefined {
  const stray = strayIn(operation, plain(operation)) ?? strayIn(operation, outgoing);
  return stray && `${stray.part} ${explanations[stray.code].reason}`;
}

/** The request of an operation for people, without optional parameters that can't be sent. */
export function sendable(operation: Operation): Outgoing | undefined {
  if (strayIn(operation, plain(operation)) !== undefined) return undefined;
  const outgoing = toOutgoing(operation);
  return { ...outgoing, parameters: outgoing.parameters.filter((sent) => !strayOf(operation, sent)) };
}

/** What is left out of the collections, each with its place. */
export function strayProblems({ operations }: Api, cases: readonly Case[]): Problem[] {
  return operations.flatMap((operation) => {
    const { id } = operation;
    const whole = strayIn(operation, plain(operation));
    if (whole !== undefined) return [toProblem(whole, `${id} is left out`)];
    const optional = toOutgoing(operation).parameters.flatMap((sent) => {
      const stray = strayOf(operation, sent);
      return stray === undefined
        ? []
        : [toProblem(stray, `${id}: its parameter ${sent.parameter.name} is left out`)];
    });
    const varied = cases.flatMap((testCase) => {
      const stray = testCase.operation === operation ? strayIn(operation, testCase.outgoing) : undefined;
      return stray === undefined ? [] : [toProblem(stray, `${id}: its test case ${testCase.id} is not sent`)];
    });
    return [...optional, ...varied];
  });
}

/** An optional parameter alone, beside what is required. */
function strayOf(operation: Operation, sent: Outgoing['parameters'][number]): Stray | undefined {
  const required = plain(operation);
  return sent.disabled
    ? strayIn(operation, { ...required, parameters: [...required.parameters, sent] })
    : undefined;
}

function toProblem({ part, pointer, code }: Stray, what: string): Problem {
  const { reason, remedy } = explanations[code];
  return { code, severity: 'warning', message: `${what}: ${part} ${reason}${remedy}`, pointer };
}

/** Whether there is a variable that is not meant, or what may become one beside another text. Takes those that are found. */
function holdsOther(text: string, meant: string[]): boolean {
  const rest = text.replace(/\{\{([^{}]*)\}\}/g, (found, name: string) => {
    const index = meant.indexOf(name);
    return index < 0
      ? found
      : meant
          .splice(index, 1)
          .map(() => mark)
          .join('');
  });
  return rest.includes('{{') || rest.includes(`{${mark}`);
}

/** Stands for a variable; JSON holds no such character. */
const mark = '\u0000';

function pairOf({ key, value }: Pair): string[] {
  return [key, value];
}

/** Where the value of a header is written. */
function placeOf({ parameters, pointer }: Operation, header: string): string {
  const own = parameters.find(({ in: place, name }) =>
    place === 'header' ? name === header : place === 'cookie' && header === 'Cookie',
  );
  return own?.pointer ?? pointer;
}
