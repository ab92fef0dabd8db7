import type { Auth, Credential } from './api.ts';

/** All credentials of a request, the one that Postman's authorisation holds first. */
export function credentialsOf(auth: Auth): readonly Credential[] {
  if (auth.type === 'none' || auth.type === 'unusable') return [];
  const { also = [], ...first } = auth;
  return [first, ...also];
}

/** The variables with the secrets of a credential. */
export function secretsIn(credential: Credential): string[] {
  if (credential.type === 'bearer') return [credential.token];
  return credential.type === 'apikey' ? [credential.value] : [credential.username, credential.password];
}

/** Where the values of API keys are sent, by variable. */
export function keyPlaces(auths: readonly Auth[]): ReadonlyMap<string, 'header' | 'query' | 'cookie'> {
  const all = auths.flatMap(credentialsOf);
  return new Map(all.flatMap((one) => (one.type === 'apikey' ? [[one.value, one.in]] : [])));
}
