/** A token without what is copied along with it: the name of its header, its scheme, quotes, spaces. */
export function bareToken(text: string): string {
  const bare = text
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .replace(/^authorization:/i, '')
    .trim()
    .replace(/^bearer(\s+|$)/i, '');
  return bare === text ? bare : bareToken(bare);
}
