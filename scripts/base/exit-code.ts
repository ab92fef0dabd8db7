/** The exit codes of the program. */
export const ExitCode = {
  kept: 0,
  broken: 1,
  badSpec: 2,
  usage: 3,
  notJudged: 4,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The events that change an exit code after the verdict. A failed write changes only 0. */
const after = {
  interrupted: () => ExitCode.interrupted,
  'not written': (code) => (code === ExitCode.kept ? ExitCode.usage : code),
  'secret found': () => ExitCode.bug,
} as const satisfies Readonly<Record<string, (code: ExitCode) => ExitCode>>;

/** The exit code of a run after an event that is not about the contract. */
export function exitCodeAfter(code: ExitCode, event: keyof typeof after): ExitCode {
  return after[event](code);
}
