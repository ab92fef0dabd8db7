/** Why a text can't be a base URL, or `undefined`. The reason doesn't quote the text. */
export function urlProblem(text: string): string | undefined {
  // The URL parser removes tabs and line breaks, but Postman sends them.
  if (/[\s\p{Cc}]/u.test(text)) return 'it must not contain spaces or control characters';
  if (text.includes('{{')) return 'it must not contain `{{`, which Postman would read as a variable';
  if (!URL.canParse(text)) return 'it is not a URL';
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return 'it must be http or https';
  if (username !== '' || password !== '') return 'it must not contain credentials';
  if (/[?#]/.test(text)) return 'it must not have a query or a fragment';
  // The URL parser accepts any number of slashes, and backslashes.
  return /^https?:\/\/[^/\\]+(?:\/[^\\]*)?$/i.test(text) ? undefined : 'it must be like `https://host/path`';
}

/** Whether the text may contain hidden credentials or line breaks. */
export function isHarmfulUrl(text: string): boolean {
  return /\p{Cc}/u.test(text) || (URL.canParse(text) && new URL(text).username !== '');
}
