/** A mistake of the user. It is reported without a stack, and the program ends with exit code 3. */
export class UsageError extends Error {}
