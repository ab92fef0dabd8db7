import type { Credentials } from '../../cases/case.ts';
import type { Api, Auth as ApiAuth } from '../../model/api.ts';
import { otherTokenVariable } from '../../model/reserved-names.ts';
import type { AuthEntry, PostmanAuth } from './format.ts';

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
  if (auth.type === 'none' || auth.type === 'unusable' || credentials === 'none') return { type: 'noauth' };
  const value = (name: string): string => secrets[credentials] ?? `{{${name}}}`;
  if (auth.type === 'bearer') return { type: 'bearer', bearer: entries({ token: value(auth.token) }) };
  if (auth.type === 'basic') {
    const { username, password } = auth;
    return { type: 'basic', basic: entries({ username: value(username), password: value(password) }) };
  }
  const place = auth.in === 'query' ? 'query' : 'header';
  const key = auth.in === 'cookie' ? 'Cookie' : auth.key;
  const text = auth.in === 'cookie' ? `${auth.key}=${value(auth.value)}` : value(auth.value);
  return { type: 'apikey', apikey: entries({ key, value: text, in: place }) };
}

/** The names of the variables in an authorisation, each as often as it occurs. */
export function secretsOf(auth: ApiAuth, credentials: Credentials): string[] {
  const own = namesOf(auth);
  if (credentials === 'elsewhere') return own.map(() => otherTokenVariable);
  return credentials === 'given' ? own : [];
}

function namesOf(auth: ApiAuth): string[] {
  if (auth.type === 'bearer') return [auth.token];
  if (auth.type === 'basic') return [auth.username, auth.password];
  return auth.type === 'apikey' ? [auth.value] : [];
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
