/** Seconds: nobody waits longer for a limit to end. */
export const longestWait = 120;

/** What the console says while a request waits to be sent again, in whole seconds; who watches the run reads it there. */
export function waitingText(seconds: number, status: string): string {
  return `waiting ${Math.ceil(seconds)} s, as the server asked (${status})`;
}

export function isWaitingText(text: string): boolean {
  return /^waiting \d+ s, as the server asked \(\d+\)$/.test(text);
}

export const longestWaitingText = waitingText(longestWait, '429');
