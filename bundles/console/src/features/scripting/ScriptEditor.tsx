import { Button, Switch, Tabs, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy, IconHistory, IconTerminal2, IconTrash } from '@tabler/icons-react';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { Script } from '@/ui/server/types';
import { CodeEditor } from './editor/CodeEditor';
import { LogPanel } from './LogPanel';
import classes from './ScriptEditor.module.css';
import { ScriptState } from './ScriptState';
import { useSaveScript } from './useSaveScript';
import { VersionsPanel } from './VersionsPanel';

interface ScriptEditorProps {
  portal: string;
  script: Script | undefined;
  declarations: string;
}

/** Text on one side, what it does on the other. */
export function ScriptEditor({ portal, script, declarations }: ScriptEditorProps) {
  const { t } = useTranslation('scripting');
  const navigate = useNavigate();
  const [deleting, { open, close }] = useDisclosure();
  const [panel, setPanel] = useState<string | null>('log');
  const { draft, edit, changed, save, saving, problem, fault } = useSaveScript(portal, script, (saved) => {
    if (!script) {
      void navigate({ to: '/scripts/$id', params: { id: saved.id }, replace: true, ignoreBlocker: true });
    }
  });
  useBlocker({
    shouldBlockFn: () => changed && !window.confirm(t('unsaved')),
    enableBeforeUnload: () => changed,
    disabled: !changed,
  });

  return (
    <Page
      wide
      title={script ? script.name : t('new')}
      state={script ? <ScriptState script={script} /> : undefined}
      about={script?.error}
      back={{ to: '/scripts', label: t('title') }}
      actions={
        <>
          {script ? (
            <Button variant="default" leftSection={<IconTrash size={18} />} onClick={open}>
              {t('delete')}
            </Button>
          ) : null}
          <Button leftSection={<IconDeviceFloppy size={18} />} loading={saving} disabled={!changed} onClick={() => save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={classes.work}>
        <div className={classes.source}>
          <div className={classes.head}>
            <TextInput
              aria-label={t('name')}
              placeholder={t('name')}
              value={draft.name}
              maxLength={100}
              onChange={(event) => edit({ name: event.currentTarget.value })}
              className={classes.name}
            />
            <Switch
              label={t('enabled')}
              checked={draft.enabled}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                edit({ enabled: checked });
                if (script) {
                  save({ enabled: checked });
                }
              }}
            />
          </div>
          {problem ? <ProblemNote problem={problem} /> : null}
          <div className={classes.editor}>
            <CodeEditor
              source={draft.source}
              declarations={declarations}
              change={(source) => edit({ source })}
              save={() => save()}
              fault={fault}
            />
          </div>
        </div>
        {script ? (
          <Tabs value={panel} onChange={setPanel} className={classes.side} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="log" leftSection={<IconTerminal2 size={18} stroke={1.6} />}>
                {t('log')}
              </Tabs.Tab>
              <Tabs.Tab value="versions" leftSection={<IconHistory size={18} stroke={1.6} />}>
                {t('versions')}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="log" className={classes.panel}>
              <LogPanel portal={portal} script={script.id} />
            </Tabs.Panel>
            <Tabs.Panel value="versions" className={classes.panel}>
              <VersionsPanel
                portal={portal}
                script={script}
                restore={(source) => {
                  edit({ source });
                  save({ source });
                }}
              />
            </Tabs.Panel>
          </Tabs>
        ) : null}
      </div>
      {script ? (
        <ConfirmName
          opened={deleting}
          close={close}
          title={t('delete.title', { name: script.name })}
          consequences={t('delete.text')}
          name={script.name}
          action={t('delete')}
          act={async () => {
            await client.DELETE('/portals/{portal}/scripts/{id}', { params: { path: { portal, id: script.id } } });
            await navigate({ to: '/scripts', ignoreBlocker: true });
          }}
        />
      ) : null}
    </Page>
  );
}
