/** Milliseconds since the epoch of a UTC time without zone or with `Z`; undefined if the day or hour does not exist. */
export function parseUtc(text: string): number | undefined {
  const milliseconds = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  const second = 'YYYY-MM-DDTHH:MM:SS'.length;
  return new Date(milliseconds).toISOString().slice(0, second) === text.slice(0, second)
    ? milliseconds
    : undefined;
}

/** UTC without `Z`, as the vendor writes it: with six digits of a second, or none for a whole second. */
export function formatUtc(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return text.replace('.000Z', '').replace('Z', '000');
}
