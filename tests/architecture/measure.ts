// SPDX-License-Identifier: EUPL-1.2
// Reads sizes off the syntax tree. TypeScript 6 does the parsing: the checker's own version has no parser to import.
import ts from 'typescript';
import type { Limits } from '../../architecture.mjs';
import { isTest } from './sources.ts';

export interface Measured {
  readonly path: string;
  readonly limit: keyof Limits;
  readonly value: number;
  /** The function, where one is meant, with the line it starts on. */
  readonly name?: string;
  readonly line?: number;
}

export function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for each node of the file, outer before inner. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const isPage = (path: string): boolean => path.endsWith('.tsx') && !isTest(path);
const isRoute = (path: string): boolean =>
  /^src\/rooms\/[^/]+\/(routes\/|routes\.tsx?$)/.test(path) && !isTest(path);
const isDoor = (path: string): boolean => /^src\/rooms\/[^/]+\/index\.ts$/.test(path);

/** Every size of one file that has a limit. */
export function measure(path: string, text: string): Measured[] {
  const file = parse(path, text);
  const lines = text.endsWith('\n') ? text.split('\n').length - 1 : text.split('\n').length;
  const sizes: Measured[] = [{ path, limit: isPage(path) ? 'pageLines' : 'fileLines', value: lines }];
  if (isDoor(path)) sizes.push({ path, limit: 'doorExports', value: exportsOf(file) });
  walk(file, (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body)
      sizes.push(...measureFunction(path, file, node));
  });
  return sizes;
}

function measureFunction(path: string, file: ts.SourceFile, node: ts.SignatureDeclaration): Measured[] {
  const start = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const end = file.getLineAndCharacterOfPosition(node.getEnd()).line;
  const at = { path, name: nameOf(node), line: start + 1 };
  const params = node.parameters.filter((parameter) => parameter.name.getText(file) !== 'this').length;
  const sizes: Measured[] = [];
  if (!isTableRow(path, node)) sizes.push({ ...at, limit: 'positionalParams', value: params });
  if (!isSuite(node)) sizes.push({ ...at, limit: lineLimit(path, node), value: end - start + 1 });
  return sizes;
}

function lineLimit(path: string, node: ts.SignatureDeclaration): keyof Limits {
  if (isRoute(path)) return 'routeLines';
  return hasMarkup(node) ? 'componentLines' : 'functionLines';
}

/** `it.each(rows)('…', (name, a, b, expected) => …)`: the columns of a table, not parameters. */
function isTableRow(path: string, node: ts.Node): boolean {
  return isTest(path) && node.parent !== undefined && ts.isCallExpression(node.parent);
}

/** `describe(...)` holds tests as a file does; its length says nothing. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  if (!call || !ts.isCallExpression(call)) return false;
  return /^(describe|suite)\b/.test(call.expression.getText());
}

function hasMarkup(node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isJsxElement(inner) || ts.isJsxSelfClosingElement(inner) || ts.isJsxFragment(inner)) found = true;
  });
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (parent && (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)))
    return parent.name.getText();
  return 'unnamed';
}

function exportsOf(file: ts.SourceFile): number {
  return file.statements.reduce((sum, statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      return sum + (exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.length : 1);
    }
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
    return sum + (exported ? 1 : 0);
  }, 0);
}

function isExport(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.ExportKeyword;
}
