/** Shapes of credentials. A placeholder such as `<token>` or `{{token}}` has none of them. */
export const shapes: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'a bearer token', shape: /\bBearer\s+(?=\S*\d)[\w.~+/-]{20,}/i },
  { what: 'Basic credentials', shape: /\bBasic\s+(?=\S*[\d=])[A-Za-z0-9+/]{12,}={0,2}/ },
  { what: 'a JSON Web Token', shape: /\beyJ[\w-]{10,}\.[\w-]{10,}/ },
  { what: 'a key of a payment service', shape: /\b[srp]k_(?:live|test)_\w{8,}/ },
  { what: 'an access key of a cloud', shape: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/ },
  {
    what: 'a personal access token',
    shape: /\b(?:gh[opsu]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,})/,
  },
  { what: 'a private key', shape: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a URL with a password', shape: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@<>{}$]+:[^\s/@<>{}$]+@/i },
];

/** Parameters by these names carry credentials, whatever the document says of them. */
export const carriers: Readonly<Record<string, RegExp>> = {
  header: /^(?:(?:proxy-)?authorization|(?:x-)?(?:api|auth|access)[-_]?(?:key|token)|(?:x-)?token)$/i,
  cookie: /^(?:(?:api|auth|access)[-_]?(?:key|token)|session(?:[-_]?id)?|token)$/i,
  query: /^(?:api[-_]?key|(?:auth|access)[-_]?(?:key|token))$/i,
};
