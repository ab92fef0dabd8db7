// The process of one region.
import { importCompiled } from '../compiled.js';

await importCompiled('run/child.ts');
