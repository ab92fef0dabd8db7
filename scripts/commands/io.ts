/** Where a command prints: `out` what was asked for, `err` everything else; a line each. */
export type Io = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/** What people look at: its width in characters, whether it shows colours, and where progress goes. */
export type Terminal = {
  readonly width: number;
  readonly colour: boolean;
  readonly progress: NodeJS.WriteStream;
};
