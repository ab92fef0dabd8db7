/** The tokens of a pattern that have other spellings: escapes, classes and quantifiers (ECMA-262, section 22.2.1). */
const token = /\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}/gs;

const equal: Readonly<Record<string, string>> = {
  '\\/': '/',
  '[0-9]': '\\d',
  '[^0-9]': '\\D',
  '[a-zA-Z0-9_]': '\\w',
  '[A-Za-z0-9_]': '\\w',
  '{0,1}': '?',
  '{0,}': '*',
  '{1,}': '+',
};

/** A pattern in one of its spellings: `\/` is `/`, and `[0-9]` is `\d`. */
export function plainPattern(pattern: string): string {
  return pattern.replace(token, (text) => {
    const plain = text.startsWith('[')
      ? text.replace(/\\(.)/gs, (all, one) => (one === '/' ? one : all))
      : text;
    return equal[plain] ?? plain;
  });
}
