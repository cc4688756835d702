import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--pb-surface)', color: 'var(--mantine-color-text)' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--pb-surface)',
    color: 'var(--mantine-color-dimmed)',
    border: 'none',
    paddingRight: '4px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--pb-hover) 60%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--pb-accent) 24%, transparent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--pb-surface)',
    border: '1px solid var(--pb-line)',
    borderRadius: '8px',
    boxShadow: 'var(--mantine-shadow-md)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-color-accent-8)',
    color: '#fff',
  },
  '.cm-described': { padding: '8px 12px', maxWidth: '520px', whiteSpace: 'pre-wrap' },
  '.cm-described p': { margin: '4px 0 0' },
  '.cm-panels': { backgroundColor: 'var(--pb-rail)', color: 'inherit' },
  '.cm-serverError': { backgroundColor: 'color-mix(in srgb, var(--pb-failed) 16%, transparent)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--pb-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--pb-code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--pb-code-number)' },
  { tag: [tags.comment], color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--pb-accent-text)' },
  { tag: [tags.typeName, tags.className], color: 'var(--pb-code-number)' },
]);

export const editorTheme: Extension = [look, syntaxHighlighting(colours)];
