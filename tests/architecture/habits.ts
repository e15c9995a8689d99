// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';
import { environmentReaders, networkUsers } from '../../architecture.mjs';
import { parse, walk } from './measure.ts';
import { isTest } from './sources.ts';

const EMPTY_NAMES = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'misc',
  'lib',
  'manager',
  'managers',
];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|worker|d|config))?\.tsx?$/;

/** What is wrong with the name of a file or its folders; a name must say what is inside. */
export function nameProblems(path: string): string[] {
  const parts = path.split('/');
  const problems: string[] = [];
  const words = parts.flatMap((part) => part.split(/[-.]/));
  for (const word of words)
    if (EMPTY_NAMES.includes(word)) problems.push(`"${word}" says nothing about what is inside`);
  const file = parts.at(-1) ?? '';
  if (!KEBAB.test(file)) problems.push('a file name is kebab-case');
  if (file === 'index.ts' && !isDoorPlace(path)) problems.push('index.ts is only the door of a part');
  return problems;
}

function isDoorPlace(path: string): boolean {
  return /^src\/(platform|rooms)\/[^/]+\/index\.ts$|^src\/platform\/[^/]+\/testing\/index\.ts$|^packages\/[^/]+\/src\/index\.ts$/.test(
    path,
  );
}

/** What a file does that this house does not do, each as `line: sentence`. */
export function habitProblems(path: string, text: string): string[] {
  const file = parse(path, text);
  const problems: string[] = [];
  const add = (node: ts.Node, sentence: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    problems.push(`${line + 1}: ${sentence}`);
  };
  walk(file, (node) => {
    const sentence = exportHabit(path, node) ?? nameHabit(path, node) ?? importHabit(path, node);
    if (sentence) add(node, sentence);
  });
  const hushed = /@ts-(ignore|expect-error|nocheck)/.exec(text);
  if (hushed) problems.push(`${hushed[0]} hides what the checker says`);
  const licence = path.startsWith('packages/') ? 'Apache-2.0' : 'EUPL-1.2';
  if (!text.startsWith(`// SPDX-License-Identifier: ${licence}\n`))
    problems.push(`1: the first line names ${licence}`);
  return problems;
}

function exportHabit(path: string, node: ts.Node): string | undefined {
  if (ts.isExportDeclaration(node) && !node.exportClause) return 'export * hides what a file promises';
  if (!path.startsWith('src/') && !path.startsWith('packages/')) return undefined;
  const isDefault = ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(isDefaultKeyword);
  return ts.isExportAssignment(node) || isDefault ? 'a default export has no name to search for' : undefined;
}

function isDefaultKeyword(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.DefaultKeyword;
}

function nameHabit(path: string, node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === 'console') return 'console: say a code with #platform/log';
    const environment = node.expression.text === 'process' && node.name.text === 'env';
    const reader =
      isTest(path) || !path.startsWith('src/') || environmentReaders.some((one) => path.startsWith(one));
    if (environment && !reader && !isNodeEnv(node)) return 'the environment is read once, in platform/config';
  }
  const calls =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch';
  const excused = isTest(path) || path.includes('/islands/') || !/^(src|packages)\//.test(path);
  if (calls && !excused && !networkUsers.some((one) => path.startsWith(one))) {
    return 'requests leave through #platform/fetch';
  }
  return undefined;
}

/** Whether a test runs is no setting of an installation. */
function isNodeEnv(node: ts.PropertyAccessExpression): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'NODE_ENV';
}

function importHabit(path: string, node: ts.Node): string | undefined {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier) || isTest(path))
    return undefined;
  const bindings = node.importClause?.namedBindings;
  const names = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  const taken = names
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
  const whole =
    node.importClause?.name !== undefined || (bindings !== undefined && ts.isNamespaceImport(bindings));
  const from = node.moduleSpecifier.text;
  if (from === '#platform/db') return sliceHabit(path, taken, whole);
  const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return from === 'node:net' && !typesOnly ? netHabit(path, taken, whole) : undefined;
}

/** Only tables.ts turns an opaque handle into Kysely of its own slice. */
function sliceHabit(path: string, taken: readonly string[], whole: boolean): string | undefined {
  if (/(^|\/)tables\.ts$/.test(path)) return undefined;
  if (whole) return 'name what you take from #platform/db';
  const slots = taken.filter((name) => name === 'read' || name === 'write');
  return slots.length > 0 ? `only tables.ts takes ${slots.join(', ')} from #platform/db` : undefined;
}

/** Telling an address from a name opens no socket. */
function netHabit(path: string, taken: readonly string[], whole: boolean): string | undefined {
  if (!path.startsWith('src/') || networkUsers.some((one) => path.startsWith(one))) return undefined;
  const opening = taken.filter((name) => !/^(isIP|isIPv4|isIPv6|BlockList|SocketAddress)$/.test(name));
  return whole || opening.length > 0
    ? 'sockets are opened by the parts listed in architecture.mjs'
    : undefined;
}
