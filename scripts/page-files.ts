import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PageFiles } from './report/html/render.ts';

const folder = new URL('report/html/', import.meta.url);

/** Reads the templates, styles and script that `report.html` is made of; styles in the order of their names. */
export function readPageFiles(): PageFiles {
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
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
