/** The longest wait for a rate limit, in seconds. */
export const longestWait = 120;

/** The console line while a request waits to be sent again, in whole seconds. The runner's parent process parses it. */
export function waitingText(seconds: number, status: string): string {
  return `waiting ${Math.ceil(seconds)} s, as the server asked (${status})`;
}

export function isWaitingText(text: string): boolean {
  return /^waiting \d+ s, as the server asked \(\d+\)$/.test(text);
}

export const longestWaitingText = waitingText(longestWait, '429');
