import { words } from '../base/read.ts';
import type { Credential, Operation, Variable } from './api.ts';
import { credentialsOf } from './credentials.ts';
import type { ServerGroup } from './to-servers.ts';

/** The variables that the user fills in: secrets first, then base URLs, then the values that requests need. */
export function toVariables(operations: readonly Operation[], bases: readonly ServerGroup[]): Variable[] {
  const secrets = operations.flatMap(({ auth }) => credentialsOf(auth).flatMap(secretsOf));
  const urls = bases.map((group) => ({
    name: group.variable,
    description: baseDescription(group, operations),
    kind: 'base' as const,
  }));
  const values = [...operations.flatMap(fromParameters), ...operations.flatMap(fromBody)];
  const byName = new Map<string, Variable>();
  for (const variable of [...secrets, ...urls, ...values]) {
    byName.set(variable.name, merge(byName.get(variable.name), variable));
  }
  return [...byName.values()];
}

/** The first use defines a variable; any use may define where its value comes from. */
function merge(first: Variable | undefined, variable: Variable): Variable {
  const discover = first?.discover ?? variable.discover;
  return { ...(first ?? variable), ...(discover && { discover }) };
}

/** Whether the value of a variable is redacted in all output. */
export function isSecret({ kind, secret }: Pick<Variable, 'kind' | 'secret'>): boolean {
  return kind === 'secret' || secret === true;
}

function secretsOf(auth: Credential): Variable[] {
  const secret = (name: string, description: string): Variable => ({ name, description, kind: 'secret' });
  if (auth.type === 'bearer') return [secret(auth.token, 'The token, sent as `Authorization: Bearer …`.')];
  if (auth.type === 'apikey')
    return [secret(auth.value, `The API key, sent as the ${auth.in} \`${auth.key}\`.${escaping(auth)}`)];
  return [secret(auth.username, 'The user name.'), secret(auth.password, 'The password.')];
}

/** Postman sends these characters as they are, which servers read otherwise. */
function escaping({ in: place }: { readonly in: string }): string {
  if (place !== 'query') return '';
  return ' In Postman, write `+` as `%2B` and `%` as `%25`; `contract` does that itself.';
}

/** Includes the description of each server, because it may warn, for example, that sources disagree about the URL. */
function baseDescription({ variable, descriptions }: ServerGroup, operations: readonly Operation[]): string {
  const own = operations.filter(({ base }) => base === variable);
  const which = own.length === 1 ? `of ${own[0]?.summary}` : 'of the API';
  const servers = descriptions.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  return [`The base URL ${which}, without a trailing slash.`, ...servers].join(' ');
}

function fromParameters({ parameters }: Operation): Variable[] {
  return parameters.flatMap(({ name, variable, description, window, discover }): Variable[] => {
    if (variable === undefined) return [];
    return [
      {
        name: variable,
        description: description || `The parameter ${name}.`,
        kind: window === undefined ? 'value' : 'time',
        ...(window === undefined && isSecretName(variable) && { secret: true }),
        ...(window && { window }),
        ...(discover && { discover }),
      },
    ];
  });
}

function fromBody({ body, summary }: Operation): Variable[] {
  return Object.values(body?.variables ?? {}).map(
    (name): Variable => ({
      name,
      description: `Part of the body of ${summary}.`,
      kind: 'value',
      ...(isSecretName(name) && { secret: true }),
    }),
  );
}

const secret = / (tokens?|secrets?|passwords?|credentials?|(api|access|private) ?keys?) /;

/** Whether the name of a variable suggests a secret: `access_key` and `clientSecret` do; `key` alone doesn't. */
export function isSecretName(name: string): boolean {
  return secret.test(` ${words(name).join(' ')} `);
}
