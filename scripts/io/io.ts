/** Prints lines: `out` for the requested output, `err` for everything else. */
export type Io = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/** Our own escape sequences and CI commands in printed text. All others are made visible. */
export type Marks = { readonly colours?: boolean; readonly commands?: boolean };
