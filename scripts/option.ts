import { InvalidArgumentError, Option } from 'commander';

/** An option that can be given several times. */
export function many(flags: string, text: string, byDefault: string): Option {
  const collect = (value: string, before: readonly string[]): string[] => [...before, value];
  return new Option(flags, text).argParser(collect).default([], byDefault);
}

/** `15` or `15/min` as requests a minute. */
export function parseRate(text: string): number {
  const rate = Number(text.replace(/\/min$/, ''));
  if (rate > 0 && rate <= 60_000) return rate;
  throw new InvalidArgumentError('Write a number of requests a minute, as in 15/min.');
}

export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs > 0 && jobs <= 64) return jobs;
  throw new InvalidArgumentError('Write a number of processes, as in 2.');
}

export function parsePercent(text: string): number {
  const percent = Number(text.replace(/ ?%$/, ''));
  if (text !== '' && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('Write a number from 0 to 100, as in 70.');
}

export function parseDays(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= 3660) return days;
  throw new InvalidArgumentError('Write a number of days, as in 7.');
}

export function parseSeconds(text: string): number {
  const seconds = Number(text.replace(/ ?s$/, ''));
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new InvalidArgumentError('Write a number of seconds, as in 60.');
}

/** Those options that have a value. */
export function given<T>(options: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  const entries = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
