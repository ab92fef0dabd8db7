/** Where a command prints: `out` what was asked for, `err` everything else; a line each. */
export type Io = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/** A mistake of the caller's: it is told without a stack, and the program ends with status 3. */
export class UsageError extends Error {}
