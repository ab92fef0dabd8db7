import { isObject } from '../../scripts/base/read.ts';
import type { Credentials, Outgoing, Sent } from '../../scripts/cases/case.ts';
import type { Auth, Operation } from '../../scripts/model/api.ts';

/** What a request is, in whatever tool it stands. Values as they are meant, before anything escapes them. */
export type Wanted = {
  readonly method: string;
  /** Without the query; `{{name}}` is a variable. */
  readonly url: string;
  /** `name=value` in the order in which they are sent; what is switched off in parentheses. */
  readonly query: readonly string[];
  /** The kind of authorisation and its values. */
  readonly auth: readonly string[];
  /** Parsed, where it is JSON; fields by their names, where it is a form. */
  readonly body: unknown;
};

/** What the model says that is to be sent, without a look at what is made of it for Postman. */
export function toWanted(operation: Operation, outgoing: Outgoing): Wanted {
  const { parameters, method = operation.method, credentials } = outgoing;
  const at = (place: Sent['parameter']['in']): Sent[] =>
    parameters.filter(({ parameter }) => parameter.in === place);
  const path = at('path').reduce(
    (text, { parameter, value }) => text.replaceAll(`{${parameter.name}}`, String(value)),
    operation.path,
  );
  return {
    method,
    url: `{{${operation.base}}}${path}`,
    query: at('query').flatMap(({ parameter, value, disabled }) =>
      (Array.isArray(value) && parameter.explode ? value : [value]).map((one) => {
        const text = `${parameter.name}=${one ?? ''}`;
        return disabled ? `(${text})` : text;
      }),
    ),
    auth: toAuth(operation.auth, credentials),
    body: bodyOf(operation, outgoing),
  };
}

/** Nothing is sent if it is empty. In a form all values are texts. A placeholder is the text that Postman shows. */
function bodyOf({ body }: Operation, { rawBody, body: value, method }: Outgoing): unknown {
  const sent = body === undefined || method !== undefined ? undefined : (rawBody ?? value);
  if (sent === '' || sent === undefined) return undefined;
  if (body?.mediaType !== 'application/x-www-form-urlencoded' || !isObject(sent))
    return JSON.parse(JSON.stringify(sent));
  return Object.fromEntries(Object.entries(sent).map(([name, one]) => [name, String(one)]));
}

/** What is sent instead of a token. */
const wrongs: Readonly<Partial<Record<Credentials, string>>> = {
  wrong: `wrong-${'0'.repeat(40)}`,
  malformed: 'not a token',
  elsewhere: '{{other_region_token}}',
};

/** The one secret of each kind, by the words that all tools have for them. */
function toAuth(auth: Auth, credentials: Credentials): string[] {
  if (auth.type === 'none' || auth.type === 'unusable' || credentials === 'none') return ['none'];
  if (auth.type === 'bearer') return ['bearer', wrongs[credentials] ?? `{{${auth.token}}}`];
  if (auth.type === 'basic') return ['basic', `{{${auth.username}}}`, `{{${auth.password}}}`];
  return auth.type === 'apikey' && auth.in !== 'cookie' ? ['apikey', auth.key, auth.in] : ['none'];
}
