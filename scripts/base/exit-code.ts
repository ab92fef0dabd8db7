/** What the program's exit status means. */
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

/** What changes an exit code after the verdict, and to what: a failed write leaves every code but 0 as it is. */
const after = {
  interrupted: () => ExitCode.interrupted,
  'not written': (code) => (code === ExitCode.kept ? ExitCode.usage : code),
  'secret found': () => ExitCode.bug,
} as const satisfies Readonly<Record<string, (code: ExitCode) => ExitCode>>;

/** The exit code that a run ends with, if something happens that is not about the contract. */
export function exitCodeAfter(code: ExitCode, event: keyof typeof after): ExitCode {
  return after[event](code);
}
