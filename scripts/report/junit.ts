import { create } from 'xmlbuilder2';
import { mapStrings } from '../base/map-strings.ts';
import { toSuites } from './junit/suites.ts';
import { toXmlText } from './junit/xml-text.ts';
import type { ReportView } from './view.ts';

/** The result as JUnit XML, in the form that Jenkins and its kin read: a suite for each region. */
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
