import { create } from 'xmlbuilder2';
import { mapStrings } from '../base/map-strings.ts';
import { visibleInFile } from '../base/visible.ts';
import { toSuites } from './junit/suites.ts';
import type { ReportView } from './view.ts';

/** The result as JUnit XML in the form that Jenkins reads, with a suite for each region. */
export function toJunit(view: ReportView): string {
  const suites = toSuites(view);
  const sum = (key: 'tests' | 'failures' | 'errors'): number =>
    suites.reduce((total, suite) => total + suite[`@${key}`], 0);
  const document = {
    testsuites: {
      '@name': `${view.spec.title} ${view.spec.version}`,
      '@tests': sum('tests'),
      '@failures': sum('failures'),
      '@errors': sum('errors'),
      testsuite: suites,
    },
  };
  const xml = create({ version: '1.0', encoding: 'UTF-8' }, mapStrings(document, toXmlText));
  return `${xml.end({ prettyPrint: true })}\n`;
}

/** Characters that XML 1.0 does not allow (section 2.2, Char), besides those that `visibleInFile` escapes. */
const noCharacter = /[\u{fffe}\u{ffff}]/gu;

/**
 * The text for xmlbuilder2. Characters that are invisible or not allowed in XML become escapes such as `\u001b`. An
 * ampersand is escaped twice, because the library first resolves references, and later does not escape what looks like a
 * reference (`&nosuch;`).
 */
function toXmlText(text: string): string {
  return visibleInFile(text).replace(noCharacter, escapeUnit).replaceAll('&', '&amp;amp;');
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
