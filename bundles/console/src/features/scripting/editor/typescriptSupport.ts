import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Service } from './messages';

const TYPES: Record<string, string> = {
  function: 'function',
  method: 'method',
  property: 'property',
  const: 'constant',
  let: 'variable',
  var: 'variable',
  parameter: 'variable',
  class: 'class',
  interface: 'interface',
  type: 'type',
  enum: 'enum',
  module: 'namespace',
  keyword: 'keyword',
};

/** Completion, hover and findings of the TypeScript service, for the editor. */
export function typescriptSupport(service: Service): Extension {
  return [
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        void service.update(update.state.doc.toString());
      }
    }),
    autocompletion({ override: [(context) => complete(service, context)], maxRenderedOptions: 60, icons: false }),
    hoverTooltip((_view, position) => hover(service, position), { hoverTime: 250 }),
    linter(() => findings(service), { delay: 400 }),
    lintGutter(),
  ];
}

async function complete(service: Service, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]*/);
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && word?.from === word?.to && !/[.'"/]/.test(before)) {
    return null;
  }
  await service.update(context.state.doc.toString());
  const found = await service.complete(context.pos);
  if (!found || context.aborted) {
    return null;
  }
  return {
    from: Math.min(found.from, word?.from ?? context.pos),
    validFor: /^[\w$]*$/,
    options: found.entries.map((entry) => ({
      label: entry.label,
      type: TYPES[entry.kind] ?? 'text',
      ...(entry.detail ? { detail: entry.detail } : {}),
      ...(entry.insert === undefined ? {} : { apply: entry.insert }),
      boost: entry.rank < '12' ? 10 : 0,
      info: async () => textBlock('', await service.describe(entry.label, context.pos)),
    })),
  };
}

async function hover(service: Service, position: number): Promise<Tooltip | null> {
  const hint = await service.hint(position);
  return hint
    ? { pos: hint.from, end: hint.to, above: true, create: () => ({ dom: textBlock(hint.signature, hint.documentation) }) }
    : null;
}

async function findings(service: Service): Promise<Diagnostic[]> {
  return (await service.findings()).map((found) => ({ ...found, to: Math.max(found.to, found.from) }));
}

function textBlock(code: string, words: string): HTMLElement {
  const block = document.createElement('div');
  block.className = 'cm-described';
  for (const [tag, text] of [
    ['code', code],
    ['p', words],
  ] as const) {
    if (text) {
      const part = document.createElement(tag);
      part.textContent = text;
      block.append(part);
    }
  }
  return block;
}
