import type { Credentials } from '../../cases/case.ts';
import type { Api, Auth as ApiAuth, Credential } from '../../model/api.ts';
import { credentialsOf, secretsIn } from '../../model/credentials.ts';
import { otherTokenVariable } from '../../model/reserved-names.ts';
import type { AuthEntry, PostmanAuth } from './format.ts';
import { escapeAll } from './serialize.ts';

/** The authorisation of most operations; requests inherit it from the collection. */
export function commonAuth(api: Api): ApiAuth {
  const counts = new Map<string, { auth: ApiAuth; count: number }>();
  for (const { auth } of api.operations) {
    const key = JSON.stringify(auth);
    counts.set(key, { auth, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const ranked = [...counts.values()].sort((a, b) => b.count - a.count);
  return (
    ranked.find(({ auth }) => auth.type !== 'none' && auth.type !== 'unusable')?.auth ?? { type: 'none' }
  );
}

/** Postman's form of an authorisation. Its secrets are variables, or wrong values if a case requires them. */
export function toAuth(auth: ApiAuth, credentials: Credentials): PostmanAuth {
  const first = inAuth(credentialsOf(auth));
  if (first === undefined || credentials === 'none') return { type: 'noauth' };
  const value = toValue(credentials);
  if (first.type === 'bearer') return { type: 'bearer', bearer: entries({ token: value(first.token) }) };
  if (first.type === 'apikey') {
    const { in: place, value: name } = first;
    return { type: 'apikey', apikey: entries({ key: keyOf(first), value: value(name), in: place }) };
  }
  const { type, username, password } = first;
  const pair = { username: value(username), password: value(password) };
  return { type, [type]: entries(pair) };
}

/** The credentials that Postman's authorisation doesn't hold, each with its place, name and value. */
export function furtherCredentials(auth: ApiAuth, credentials: Credentials): FurtherCredential[] {
  if (credentials === 'none') return [];
  const all = credentialsOf(auth);
  const first = inAuth(all);
  const value = toValue(credentials);
  return all
    .filter((one) => one !== first)
    .flatMap((one): FurtherCredential[] => {
      if (one.type === 'bearer')
        return [{ in: 'header', key: 'Authorization', value: `Bearer ${value(one.token)}` }];
      return one.type === 'apikey' ? [{ in: one.in, key: keyOf(one), value: value(one.value) }] : [];
    });
}

export type FurtherCredential = {
  readonly in: 'header' | 'query' | 'cookie';
  readonly key: string;
  readonly value: string;
};

/** Postman's authorisation holds one credential, and no cookie: all cookies are in one header. */
function inAuth(all: readonly Credential[]): Credential | undefined {
  return all.find((one) => one.type !== 'apikey' || one.in !== 'cookie');
}

function keyOf({ key, in: place }: Extract<Credential, { type: 'apikey' }>): string {
  return place === 'query' ? escapeAll(key) : key;
}

function toValue(credentials: Credentials): (name: string) => string {
  return (name) => secrets[credentials] ?? `{{${name}}}`;
}

/** The names of the variables in an authorisation, each as often as it occurs. */
export function secretsOf(auth: ApiAuth, credentials: Credentials): string[] {
  const own = credentialsOf(auth).flatMap(secretsIn);
  if (credentials === 'elsewhere') return own.map(() => otherTokenVariable);
  return credentials === 'given' ? own : [];
}

/** The values that replace the caller's secret. */
const secrets: Readonly<Partial<Record<Credentials, string>>> = {
  // Has the form of a token but is not valid anywhere.
  wrong: 'wrong-0000000000000000000000000000000000000000',
  malformed: 'not a token',
  elsewhere: `{{${otherTokenVariable}}}`,
};

function entries(values: Readonly<Record<string, string>>): AuthEntry[] {
  return Object.entries(values).map(([key, value]) => ({ key, value, type: 'string' }));
}
