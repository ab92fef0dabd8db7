/** A clause may be so, or a case: that an answer is as it asks. */
export const driftHeading = 'Drift: what is only observed or inferred does not hold';
