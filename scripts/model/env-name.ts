import { toScreamingSnake } from '../base/read.ts';
import type { Api, Region } from './api.ts';

/** What environment variables begin with where neither the caller nor the project's own spec says otherwise. */
export const defaultPrefix = 'CONTRACT';

/** The environment variable that chooses the prefix. */
export const prefixVariable = 'CONTRACT_ENV_PREFIX';

/** Whether environment variables can begin with the text. */
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

/** A name in the characters of environment variables; those beyond ASCII by their code points, so that none is lost. */
export function toEnvWord(name: string): string {
  const ascii = name.replace(/[^\0-\x7f]/gu, (character) => ` ${hex(character)} `);
  return toScreamingSnake(ascii) || toScreamingSnake([...name].map(hex).join(' '));
}

function hex(character: string): string {
  return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
}
