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
