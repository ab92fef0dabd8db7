/** JSON pointer tokens, unescaped (RFC 6901, section 4). */
export function parsePointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer with one more token, escaped (RFC 6901, section 3). */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  const escaped = tokens.map((token) => String(token).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [pointer, ...escaped].join('/');
}
