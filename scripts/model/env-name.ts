import { toScreamingSnake } from '../base/read.ts';
import type { Api, Region } from './api.ts';

/** The prefix of environment variables, unless the user or the project's own spec chooses another. */
export const defaultPrefix = 'CONTRACT';

/** The environment variable that chooses the prefix. */
export const prefixVariable = 'CONTRACT_ENV_PREFIX';

/** Whether the text can be a prefix of environment variables. */
export function isEnvPrefix(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/** The environment variable of a region's variable: `<PREFIX>_<REGION>_<VARIABLE>`; without a region, of any region. */
export function envName(
  { envPrefix }: Pick<Api, 'envPrefix'>,
  region: Pick<Region, 'name'> | undefined,
  variable: string,
): string {
  return [envPrefix, ...(region === undefined ? [] : [toEnvWord(region.name)]), toEnvWord(variable)].join(
    '_',
  );
}

/** A name in the characters of environment variables. Characters beyond ASCII become code points, so that none is lost. */
export function toEnvWord(name: string): string {
  const ascii = name.replace(/[^\0-\x7f]/gu, (character) => ` ${hex(character)} `);
  return toScreamingSnake(ascii) || toScreamingSnake([...name].map(hex).join(' '));
}

function hex(character: string): string {
  return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
}
