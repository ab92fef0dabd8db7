/** Counts the answers of one region by operation and status; the first is 1. */
export function createAnswerCount(): (operationId: string | undefined, status: number) => number {
  const counts = new Map<string, number>();
  return (operationId, status) => {
    const key = `${operationId} ${status}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
