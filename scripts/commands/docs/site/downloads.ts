import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { jsonText } from '../../../base/json-text.ts';
import { visibleInFile } from '../../../base/visible.ts';
import type { Spec } from '../../../model/spec.ts';
import { parse } from '../../../openapi/load/parse.ts';
import type { GeneratedFile } from '../../../suite/postman/files.ts';

export type Download = GeneratedFile & { readonly title: string };

/** What the site gives to take away: everything that is generated, and the description in YAML and JSON. */
export function toDownloads(
  { bundle, file, stem }: Spec,
  source: string,
  generated: readonly GeneratedFile[],
): Download[] {
  // One that consists of several files, or is older than 3.1, is given as the one document that was made of it.
  const yaml = isDeepStrictEqual(parse(source, file).data, bundle) ? source : stringify(bundle);
  const json = `${jsonText(bundle, 2)}\n`;
  return [
    ...generated.map(({ name, text }) => ({ name, text, title: titleOf(name) })),
    // YAML has no escapes in plain texts; JSON is YAML, too.
    {
      name: `${stem}.openapi.yaml`,
      text: visibleInFile(yaml) === yaml ? yaml : json,
      title: 'OpenAPI description, YAML',
    },
    { name: `${stem}.openapi.json`, text: json, title: 'OpenAPI description, JSON' },
  ];
}

function titleOf(name: string): string {
  const [, middle, kind] = name.split('.');
  if (kind === 'postman_environment') return `Postman environment ${middle}`;
  return middle === 'contract' ? 'Contract collection, for newman' : 'Postman collection';
}
