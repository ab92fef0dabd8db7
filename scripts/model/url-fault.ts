/** Why a text can't be a base URL, without repeating it; `undefined` when it can. */
export function urlFault(text: string): string | undefined {
  // The parser of URLs removes tabs and line breaks, and Postman sends them.
  if (/[\s\p{Cc}]/u.test(text)) return 'it must not hold spaces or control characters';
  if (!URL.canParse(text)) return 'this is no URL';
  if (text.includes('{{')) return 'it must not hold `{{`, which Postman would take for a variable';
  const { protocol, username, password, search, hash } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return 'it must be http or https';
  if (username !== '' || password !== '') return 'it must not hold credentials';
  return search === '' && hash === '' ? undefined : 'it must not have a query or a fragment';
}
