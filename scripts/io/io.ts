/** Where a command prints: `out` what was asked for, `err` everything else; a line each. */
export type Io = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/** Marks of our own in a text that is printed: colours, or commands for a CI service. All others are made visible. */
export type Marks = { readonly colours?: boolean; readonly commands?: boolean };
