import { createSystem, createVirtualTypeScriptEnvironment, type VirtualTypeScriptEnvironment } from '@typescript/vfs';
import ts from 'typescript';
import type { Call, Completions, Finding, Hint, Reply, Service } from './messages';
import { typeOf } from './typeOf';

/** The libraries of the language that scripts run on; no DOM, no Node. */
const libraries = import.meta.glob<string>(
  [
    '/node_modules/typescript/lib/lib.es5.d.ts',
    '/node_modules/typescript/lib/lib.es201*.d.ts',
    '/node_modules/typescript/lib/lib.es202[0-3]*.d.ts',
    '/node_modules/typescript/lib/lib.decorators*.d.ts',
    '!/node_modules/typescript/lib/*.full.d.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const SCRIPT = '/script.js';
const API = '/patchbay.d.ts';

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  strict: true,
  noImplicitAny: false,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Scripts with await at the top and no import are modules too.
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2023.d.ts'],
  types: [],
  noEmit: true,
};

let environment: VirtualTypeScriptEnvironment | undefined;

function files(declarations: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [path, text] of Object.entries(libraries)) {
    map.set(`/${path.slice(path.lastIndexOf('/') + 1)}`, text);
  }
  map.set(API, declarations || ' ');
  map.set(SCRIPT, ' ');
  return map;
}

function text(parts: ts.SymbolDisplayPart[] | undefined): string {
  return ts.displayPartsToString(parts);
}

/** The language service sorts the names of the language itself from here on; nobody looks for their types. */
const GLOBAL = '15';
const MOST_TOLD = 100;

function detail(label: string, position: number): string {
  const details = environment?.languageService.getCompletionEntryDetails(SCRIPT, position, label, {}, undefined, {}, undefined);
  return details ? typeOf(label, text(details.displayParts)) : '';
}

const service: Service = {
  async start(declarations) {
    environment = createVirtualTypeScriptEnvironment(createSystem(files(declarations)), [API, SCRIPT], ts, OPTIONS);
  },

  async update(source) {
    environment?.updateFile(SCRIPT, source || ' ');
  },

  async complete(position): Promise<Completions | undefined> {
    const found = environment?.languageService.getCompletionsAtPosition(SCRIPT, position, {
      includeCompletionsForModuleExports: false,
      includeCompletionsWithInsertText: true,
    });
    if (!found) {
      return undefined;
    }
    let told = 0;
    return {
      from: found.optionalReplacementSpan?.start ?? position,
      entries: found.entries.slice(0, 400).map((entry) => ({
        label: entry.name,
        kind: entry.kind,
        insert: entry.insertText,
        rank: entry.sortText,
        detail: entry.sortText < GLOBAL && told++ < MOST_TOLD ? detail(entry.name, position) : '',
      })),
    };
  },

  async describe(label, position) {
    const details = environment?.languageService.getCompletionEntryDetails(SCRIPT, position, label, {}, undefined, {}, undefined);
    return details ? [text(details.displayParts), text(details.documentation)].filter(Boolean).join('\n\n') : '';
  },

  async hint(position): Promise<Hint | undefined> {
    const info = environment?.languageService.getQuickInfoAtPosition(SCRIPT, position);
    return info
      ? {
          from: info.textSpan.start,
          to: info.textSpan.start + info.textSpan.length,
          signature: text(info.displayParts),
          documentation: text(info.documentation),
        }
      : undefined;
  },

  async findings(): Promise<Finding[]> {
    const language = environment?.languageService;
    if (!language) {
      return [];
    }
    return [...language.getSyntacticDiagnostics(SCRIPT), ...language.getSemanticDiagnostics(SCRIPT)].map((found) => ({
      from: found.start ?? 0,
      to: (found.start ?? 0) + (found.length ?? 0),
      severity: found.category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
      message: ts.flattenDiagnosticMessageText(found.messageText, '\n'),
    }));
  },
};

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  const reply: Reply = { id: data.id };
  try {
    reply.result = await (service[data.method] as (...args: unknown[]) => Promise<unknown>)(...data.args);
  } catch (error) {
    reply.error = String(error);
  }
  self.postMessage(reply);
};
