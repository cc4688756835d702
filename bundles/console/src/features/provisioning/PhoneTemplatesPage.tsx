import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { TabRow } from '@/ui/TabRow';
import { TemplateEditor } from './TemplateEditor';

const MAKERS: Record<string, string> = { fanvil: 'Fanvil', grandstream: 'Grandstream', linphone: 'Linphone', snom: 'Snom', yealink: 'Yealink' };

/** The templates of the files that phones fetch, a tab for each maker. */
export function PhoneTemplatesPage() {
  const { t } = useTranslation('provisioning');
  const query = api.useQuery('get', '/phone-templates');
  const [chosen, setChosen] = useState<string>();
  const templates = query.data?.items ?? [];
  const shown = templates.find(({ name }) => name === chosen) ?? templates[0];
  return (
    <Page title={t('template.title')} about={t('template.about')} wide>
      {shown ? (
        <Tabs value={shown.name} keepMounted={false} onChange={(name) => setChosen(name ?? undefined)}>
          <TabRow chosen={shown.name}>
            {templates.map(({ name }) => (
              <Tabs.Tab key={name} value={name}>
                {MAKERS[name] ?? name}
              </Tabs.Tab>
            ))}
          </TabRow>
          <Tabs.Panel value={shown.name}>
            <TemplateEditor key={`${shown.name}/${shown.own}`} template={shown} changed={() => void query.refetch()} />
          </Tabs.Panel>
        </Tabs>
      ) : query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading rows={4} />
      )}
    </Page>
  );
}
