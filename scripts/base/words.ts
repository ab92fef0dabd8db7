/** `1 check`, `2 checks`, `12,345 checks`; `many` is the plural if it is irregular. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** `us`, `us and eu`, `us, eu and il`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Milliseconds as `0.2 s`, `59.9 s`, `2 min 24 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return wholeSeconds(Math.round(milliseconds / 1000));
}

/** Whole seconds as `24 s`, `2 min`, `2 min 24 s`. */
export function wholeSeconds(seconds: number): string {
  const parts = [[Math.floor(seconds / 60), 'min'] as const, [seconds % 60, 's'] as const];
  const words = parts.filter(([number]) => number > 0).map(([number, unit]) => `${number} ${unit}`);
  return words.length === 0 ? '0 s' : words.join(' ');
}

/** `12,345`, without `Intl`, which depends on the machine. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
