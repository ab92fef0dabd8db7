import { InvalidArgumentError, Option } from 'commander';
import { shellLine } from '../base/shell-line.ts';
import { grouped } from '../base/words.ts';
import type { SpecOptions } from '../openapi/open-spec.ts';

/** An option that may be repeated. */
export function many(flags: string, text: string, byDefault: string): Option {
  const collect = (value: string, before: readonly string[]): string[] => [...before, value];
  return new Option(flags, text).argParser(collect).default([], byDefault);
}

/** Where to find the ids of the faults. */
export function faultsHint(): string {
  return `List all faults with \`${shellLine('simulate', ['--list-faults'])}\`.`;
}

/** For the commands that read or name environment variables. */
export function envPrefixOption(): Option {
  return new Option(
    '--env-prefix <prefix>',
    'prefix of environment variables (default: that of our own spec; for other specs CONTRACT_ENV_PREFIX, or CONTRACT)',
  );
}

/** `15` or `15/min` as requests a minute. */
export function parseRate(text: string): number {
  return within(text.replace(/\/min$/, ''), [0.1, 60_000], 'a number of requests a minute', '15/min');
}

export function parseJobs(text: string): number {
  const whole = Number.isInteger(Number(text)) ? text : '';
  return within(whole, [1, 64], 'a whole number of processes', '2');
}

export function parsePercent(text: string): number {
  return within(text.replace(/ ?%$/, ''), [0, 100], 'a number', '70');
}

export function parseDays(text: string): number {
  return within(text, [0.001, 3660], 'a number of days', '7');
}

export function parseWholeDays(text: string): number {
  const whole = Number.isInteger(Number(text)) ? text : '';
  return within(whole, [0, 3660], 'a whole number of days', '180');
}

export function parseSeconds(text: string): number {
  return within(text.replace(/ ?s$/, ''), [0.1, 3600], 'a number of seconds', '60');
}

type Limits = readonly [smallest: number, largest: number];

/** @throws InvalidArgumentError, which commander reports as a usage error */
function within(text: string, [smallest, largest]: Limits, what: string, example: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= smallest && number <= largest) return number;
  throw new InvalidArgumentError(`Write ${what} from ${smallest} to ${grouped(largest)}, as in ${example}.`);
}

/** The spec, what its references may read, and the prefix of its environment variables. */
export function specSource(options: {
  readonly spec: string;
  readonly refRoot?: string;
  readonly allowRemote?: boolean;
  readonly envPrefix?: string;
}): SpecOptions {
  const { spec, refRoot, allowRemote, envPrefix } = options;
  return { spec, allowRemote: Boolean(allowRemote), ...given({ refRoot, envPrefix }) };
}

/** The options that have a value. */
export function given<T>(options: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  const entries = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
