import { json, type SimulatedResponse } from './response.ts';

/** An error in a request, in the form of the v1 API (pydantic 2). */
export type Issue = {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input?: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
};

/** The error responses of one of the two APIs. The spec defines their schemas but not their sentences. */
export type Dialect = {
  readonly unauthorized: () => SimulatedResponse;
  readonly refused: (
    status: 403 | 404 | 405,
    sentence: string,
    headers?: Readonly<Record<string, string>>,
  ) => SimulatedResponse;
  readonly invalid: (issues: readonly Issue[]) => SimulatedResponse;
  /** `wait` in seconds. */
  readonly limited: (sentence: string, wait: number) => SimulatedResponse;
};

const challenge = { 'WWW-Authenticate': 'Bearer' } as const;

/** Error responses of the v1 API. */
export const v1: Dialect = {
  unauthorized: () => json(401, { detail: 'Credentials are not valid' }, challenge),
  refused: (status, sentence, headers) => json(status, { detail: sentence }, headers),
  invalid: (issues) => json(422, { detail: issues }),
  limited: (sentence, wait) => json(429, { error: sentence }, { 'Retry-After': String(wait) }),
};

/** Error responses of the older API, which has `POST /run`. */
export const legacy: Dialect = {
  unauthorized: () => json(401, { message: 'The token is not valid' }, challenge),
  refused: (status, sentence, headers) => json(status, { message: sentence }, headers),
  invalid: (issues) => json(422, { message: issues.map(toSentence).join('; ') }),
  limited: (sentence, wait) => json(429, { message: sentence }, { 'Retry-After': String(wait) }),
};

function toSentence({ type, loc, msg }: Issue): string {
  const name = loc.slice(1).join('.');
  if (type === 'missing') return `${name} is required`;
  return name === '' ? msg : `${name}: ${msg}`;
}
