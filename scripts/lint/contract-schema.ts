/** What `x-contract` may say, by where it stands, as JSON Schema 2020-12. Anything else is a mistake. */
export const contractSchemas = {
  operation: {
    type: 'object',
    properties: { effects: { enum: ['none', 'costs'] } },
    additionalProperties: false,
    minProperties: 1,
  },
  'path parameter': {
    type: 'object',
    properties: {
      unknown: { type: 'integer', minimum: 400, maximum: 499 },
      window: { enum: ['start', 'end'] },
    },
    additionalProperties: false,
    minProperties: 1,
  },
  parameter: {
    type: 'object',
    properties: { window: { enum: ['start', 'end'] } },
    additionalProperties: false,
    minProperties: 1,
  },
} as const;
