/** A place in a file; line and column count from 1. */
export type Location = { readonly file: string; readonly line: number; readonly column: number };

/** A problem of the input, with its place. Errors stop the program; warnings are only printed. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the spec, if the problem has a place. */
  readonly pointer?: string;
  readonly location?: Location;
};

/** Whether a problem stops the program. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** `file:line:column`, which editors and terminals turn into a link. */
export function formatLocation({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** One line: `file:line:column code message`. */
export function formatProblem(problem: Problem): string {
  const place = problem.location === undefined ? '' : `${formatLocation(problem.location)} `;
  const kind = problem.severity === 'warning' ? 'warning: ' : '';
  return `${place}${problem.code} ${kind}${problem.message}`;
}
