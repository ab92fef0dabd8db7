/**
 * A global setup for tests that need more than Node.js: each line says what is not run, and what to install. The lines
 * are printed at the end. With REQUIRE_ALL=1 nothing may be left out, so nothing is run at all.
 */
export function notice(lines: readonly string[]): () => () => void {
  return () => {
    if (lines.length > 0 && process.env['REQUIRE_ALL'] === '1') throw new Error(lines.join('\n'));
    return () => {
      for (const line of lines) process.stderr.write(`${line}\n`);
    };
  };
}
