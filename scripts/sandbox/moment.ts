/** Milliseconds since the epoch of a time, in UTC where it has no zone; a number, also as text, as it is; else NaN. */
export function momentOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const text = String(value);
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const written = text.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T');
  return Date.parse(/T[\d:.]+$/.test(written) ? `${written}Z` : written);
}

/** The moment in the format of a parameter, without a fraction of a second. */
export function writeMoment(moment: number, format: 'date' | 'date-time' | 'naive'): string {
  const text = new Date(moment).toISOString();
  if (format === 'date') return text.slice(0, 10);
  return format === 'date-time' ? `${text.slice(0, 19)}Z` : text.slice(0, 19);
}
