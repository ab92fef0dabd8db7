import { essence } from './media-type.ts';

/** Content for a file that the spec describes without an example. */
export class SampleFile {
  readonly mediaType: string;

  constructor(mediaType: string) {
    this.mediaType = mediaType;
  }

  /** The content in Base64; `undefined` if this program has none of that type. */
  get base64(): string | undefined {
    const type = essence(this.mediaType);
    return type.startsWith('text/') ? text : contents[type];
  }

  get name(): string {
    return `example.${extensions[essence(this.mediaType)] ?? 'bin'}`;
  }

  toString(): string {
    return `a file of type ${this.mediaType}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const text = toBase64('example\n');

/** The smallest valid files of some types. Any bytes are an `application/octet-stream`. */
const contents: Readonly<Record<string, string>> = {
  'application/octet-stream': text,
  'application/json': toBase64('{}\n'),
  'application/gzip': 'H4sIAAAAAAAAAwMAAAAAAAAAAAA=',
  'application/zip': 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
  'application/pdf': toBase64(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
  'audio/wav': 'UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=',
  'image/gif': 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'image/svg+xml': toBase64('<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
};

const extensions: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/gzip': 'gz',
  'application/zip': 'zip',
  'application/pdf': 'pdf',
  'audio/wav': 'wav',
  'image/gif': 'gif',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

export function toBase64(content: string): string {
  return Buffer.from(content).toString('base64');
}
