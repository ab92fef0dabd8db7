/** The type and subtype of a media type, without parameters, in lower case (RFC 9110, section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is JSON: `application/json`, or any type with the suffix `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(essence(mediaType));
}

/** Whether a media type is XML: `application/xml`, `text/xml`, or any type with the suffix `+xml` (RFC 7303). */
export function isXml(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?xml$/.test(essence(mediaType));
}

/** Whether a media type is YAML, of which JSON is a part (RFC 9512, section 3). */
export function isYaml(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+|x-)?yaml$/.test(essence(mediaType));
}

/** Whether a media type is a sequence of JSON texts, one a line. */
export function isJsonLines(mediaType: string): boolean {
  return /^[^/]+\/(?:x-)?(?:ndjson|jsonl|jsonlines)$/.test(essence(mediaType));
}

export const formType = 'application/x-www-form-urlencoded';
