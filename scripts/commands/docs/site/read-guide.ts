import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Spec } from '../../../model/spec.ts';
import type { GuideFiles } from './guide.ts';

/** Reads the guide of a spec: the Markdown files in the folder beside it, `rivery.guide` for `rivery.openapi.yaml`. */
export function readGuide({ file, stem }: Spec): GuideFiles {
  const folder = join(dirname(file), `${stem}.guide`);
  const at = (path: string): string => join(folder, path);
  const isFile = (path: string): boolean => existsSync(at(path)) && statSync(at(path)).isFile();
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  const names = entries.filter((name) => name.endsWith('.md') && isFile(name));
  return {
    folder,
    pages: names.toSorted().map((name) => ({ name, text: readFileSync(at(name), 'utf8') })),
    read: (path) => {
      if (path === '' || !existsSync(at(path))) return undefined;
      return isFile(path) ? readFileSync(at(path), 'utf8') : '';
    },
    toPicture: (src) => {
      if (!isFile(src)) return undefined;
      const dark = src.replace('-light.', '-dark.');
      return {
        light: toDataUrl(at(src)),
        dark: dark !== src && existsSync(at(dark)) ? toDataUrl(at(dark)) : undefined,
      };
    },
  };
}

/** Pictures are embedded, because not every browser lets a page that is opened as a file load files beside it. */
function toDataUrl(file: string): string {
  return `data:image/${extname(file).slice(1)};base64,${readFileSync(file, 'base64')}`;
}
