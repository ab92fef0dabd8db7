import { words } from '../base/read.ts';

const secret = / (tokens?|secrets?|passwords?|credentials?|(api|access|private) ?keys?) /;

/** Whether the name of a variable says that its value is a secret: `access_key`, `clientSecret`; `key` alone does not. */
export function isSecretName(name: string): boolean {
  return secret.test(` ${words(name).join(' ')} `);
}
