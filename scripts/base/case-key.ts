/** Identifies a test case among those of all operations. */
export function caseKey(operationId: string, id: string): string {
  return JSON.stringify([operationId, id]);
}

/** Identifies a test case in one region. */
export function regionCaseKey(place: {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
}): string {
  return JSON.stringify([place.region, place.operationId, place.case]);
}
