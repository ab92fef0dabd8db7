// The process of one region.
import { importCompiled } from '../base/compiled.js';

await importCompiled('run/child.ts');
