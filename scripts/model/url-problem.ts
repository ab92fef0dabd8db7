/** Why a text can't be a base URL, without repeating it; `undefined` when it can. */
export function urlProblem(text: string): string | undefined {
  // The parser of URLs removes tabs and line breaks, and Postman sends them.
  if (/[\s\p{Cc}]/u.test(text)) return 'it must not hold spaces or control characters';
  if (text.includes('{{')) return 'it must not hold `{{`, which Postman would take for a variable';
  if (!URL.canParse(text)) return 'this is no URL';
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return 'it must be http or https';
  if (username !== '' || password !== '') return 'it must not hold credentials';
  if (/[?#]/.test(text)) return 'it must not have a query or a fragment';
  // The parser of URLs accepts any number of slashes, and backslashes.
  return /^https?:\/\/[^/\\]+(?:\/[^\\]*)?$/i.test(text) ? undefined : 'it must be like `https://host/path`';
}

/** Whether it could carry credentials that nobody sees, or lines that are no part of a URL. */
export function isHarmfulUrl(text: string): boolean {
  return /\p{Cc}/u.test(text) || (URL.canParse(text) && new URL(text).username !== '');
}
