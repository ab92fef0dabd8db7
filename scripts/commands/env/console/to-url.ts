import { grouped } from '../../../base/words.ts';
import { fault } from './address-error.ts';

const longest = 2000;

const copy = 'Copy the whole address of a page of the console, from `https://` on.';

/** The address without what is copied along with it. Browsers hide the scheme, so a console's host alone will do. */
export function toUrl(given: string, hosts: readonly string[]): URL {
  const text = given.replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, '');
  if (text === '') throw fault('it is empty', copy);
  if (text.length > longest) {
    throw fault(`it has ${grouped(text.length)} characters, more than an address of the console`, copy);
  }
  refuseSigns(text);
  const whole = hosts.some((host) => text.toLowerCase().startsWith(`${host}/`)) ? `https://${text}` : text;
  if (!/^[a-z]+:\/\//i.test(whole) || !URL.canParse(whole)) throw fault('this is no URL', copy);
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) throw fault('it must begin with `https://`', copy);
  if (url.username !== '' || url.password !== '') {
    throw fault('it must not hold credentials: they stand before the `@`', 'Give the address without them.');
  }
  return url;
}

/** What a URL parser would take away, or turn into something else, without a word. */
const signs = [
  [/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u, 'a control character, a line break or another invisible one'],
  [/\s/, 'a space'],
  [/\\/, 'a backslash'],
] as const;

function refuseSigns(text: string): void {
  for (const [sign, what] of signs) {
    const at = text.search(sign);
    if (at >= 0) throw fault(`it holds ${what}, at its character ${at + 1}`, 'Copy it again, as one line.');
  }
}
