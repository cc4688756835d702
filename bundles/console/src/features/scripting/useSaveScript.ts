import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch } from '@/ui/server/client';
import { asProblem, type ServerProblem } from '@/ui/server/problem';
import type { Script, ScriptDraft } from '@/ui/server/types';
import { faultOf, type Place } from './editor/place';
import { TEMPLATE } from './template';

export interface ScriptWork {
  draft: ScriptDraft;
  edit: (change: Partial<ScriptDraft>) => void;
  changed: boolean;
  save: (change?: Partial<ScriptDraft>) => void;
  saving: boolean;
  problem: ServerProblem | undefined;
  fault: (Place & { message: string }) | undefined;
}

/** A script being written: its text until saved, and what the server found in it. */
export function useSaveScript(portal: string, script: Script | undefined, done: (saved: Script) => void): ScriptWork {
  const { t } = useTranslation('scripting');
  const queries = useQueryClient();
  const stored: ScriptDraft = script ?? { name: '', source: TEMPLATE, enabled: true };
  const [draft, setDraft] = useState<ScriptDraft>({ name: stored.name, source: stored.source, enabled: stored.enabled });
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ServerProblem>();
  const changed =
    !script || draft.name !== script.name || draft.source !== script.source || draft.enabled !== script.enabled;

  async function store(body: ScriptDraft) {
    setSaving(true);
    setProblem(undefined);
    try {
      const answer = script
        ? await client.PUT('/portals/{portal}/scripts/{id}', {
            params: { path: { portal, id: script.id }, header: ifMatch(script.version) },
            body,
          })
        : await client.POST('/portals/{portal}/scripts', { params: { path: { portal } }, body });
      const saved = answer.data as unknown as Script;
      queries.setQueryData(
        ['get', '/portals/{portal}/scripts/{id}', { params: { path: { portal, id: saved.id } } }],
        saved,
      );
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/scripts') });
      notifications.show({ message: body.enabled ? t('saved.on') : t('saved.off') });
      done(saved);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSaving(false);
    }
  }

  return {
    draft,
    edit: (change) => setDraft((before) => ({ ...before, ...change })),
    changed,
    save: (change) => {
      const body = { ...draft, ...change, name: (change?.name ?? draft.name).trim() || t('unnamed') };
      setDraft(body);
      void store(body);
    },
    saving,
    problem,
    fault: problem ? faultOf(problem) : undefined,
  };
}
