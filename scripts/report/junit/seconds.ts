/** Milliseconds as the seconds of JUnit: three decimals, no grouping. */
export function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
