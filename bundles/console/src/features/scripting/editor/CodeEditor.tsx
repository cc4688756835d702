import { javascript } from '@codemirror/lang-javascript';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { indentWithTab } from '@codemirror/commands';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CodeEditor.module.css';
import { editorTheme } from './editorTheme';
import { startLanguageService } from './languageService';
import { type Place, offsetOf } from './place';
import { typescriptSupport } from './typescriptSupport';

interface CodeEditorProps {
  /** The text to begin with; another one replaces what is there. */
  source: string;
  declarations: string;
  change: (source: string) => void;
  save: () => void;
  /** Where the server found fault at the last save. */
  fault: (Place & { message: string }) | undefined;
}

/** An editor that knows the script API. */
export function CodeEditor({ source, declarations, change, save, fault }: CodeEditorProps) {
  const { t } = useTranslation('scripting');
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ change, save });
  latest.current = { change, save };
  const label = t('editor');

  useEffect(() => {
    const service = startLanguageService();
    void service.start(declarations).then(() => service.update(editor.state.doc.toString()));
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: source,
        extensions: [
          basicSetup,
          javascript(),
          EditorView.lineWrapping,
          editorTheme,
          typescriptSupport(service),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-s',
                run: () => {
                  latest.current.save();
                  return true;
                },
              },
            ]),
          ),
          // Escape first, then Tab, leaves the editor for those without a mouse.
          keymap.of([indentWithTab]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              latest.current.change(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    // A long script is scrolled by keys, too.
    editor.scrollDOM.tabIndex = 0;
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
      service.stop();
    };
    // The text has an effect of its own below.
  }, [declarations, label]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== source) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: source } });
    }
  }, [source]);

  useEffect(() => {
    const editor = view.current;
    if (editor && fault) {
      const at = offsetOf(editor.state.doc, fault);
      const line = editor.state.doc.lineAt(at);
      editor.dispatch(
        setDiagnostics(editor.state, [{ from: at, to: Math.max(line.to, at), severity: 'error', message: fault.message }]),
        { selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) },
      );
      editor.focus();
    }
  }, [fault]);

  return <div ref={host} className={classes.editor} />;
}
