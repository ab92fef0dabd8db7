import { resolve } from 'node:path';
import ts from 'typescript';

/** Says of a file with another text whether it compiles. A mutant that doesn't needs no test to be noticed. */
export function createTypeCheck(): (path: string, text: string) => boolean {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const cached = new Map<string, ts.SourceFile | undefined>();
  let program: ts.Program | undefined;
  return (path, text) => {
    const mutated = ts.createSourceFile(resolve(path), text, ts.ScriptTarget.ES2022, true);
    const getSourceFile: typeof host.getSourceFile = (name, ...rest) => {
      if (resolve(name) === resolve(path)) return mutated;
      if (!cached.has(name)) cached.set(name, host.getSourceFile(name, ...rest));
      return cached.get(name);
    };
    const next = { rootNames: fileNames, options, host: { ...host, getSourceFile } };
    program = ts.createProgram(program ? { ...next, oldProgram: program } : next);
    const file = program.getSourceFile(resolve(path));
    return (
      file !== undefined &&
      program.getSyntacticDiagnostics(file).length + program.getSemanticDiagnostics(file).length === 0
    );
  };
}
