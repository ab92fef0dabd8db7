import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PageFiles } from '../page/render.ts';

/**
 * Reads the templates, styles and script that `report.html` is made of; styles in the order of their names. Lines end
 * in LF however the files were checked out: browsers read CRLF as LF, and the page's policy names the hash of what is read.
 */
export function readPageFiles(folder = new URL('.', import.meta.url)): PageFiles {
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8').replace(/\r\n?/g, '\n');
  const templates = readdirSync(new URL('templates/', folder)).map((name) => {
    return [basename(name, '.eta'), read(`templates/${name}`)] as const;
  });
  const styles = readdirSync(new URL('style/', folder)).toSorted();
  return {
    templates: Object.fromEntries(templates),
    style: styles.map((name) => read(`style/${name}`)).join('\n'),
    script: read('page.js'),
  };
}
