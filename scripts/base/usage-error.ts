/** A mistake of the caller's: it is told without a stack, and the program ends with status 3. */
export class UsageError extends Error {}
