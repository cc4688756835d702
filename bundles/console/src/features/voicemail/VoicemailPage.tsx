import { Select, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Empty, Failed, Loading } from '@/ui/States';
import { TabRow } from '@/ui/TabRow';
import { DictationList } from './DictationList';
import { MailboxForm } from './MailboxForm';
import { MessageList } from './MessageList';

/** The own mailboxes: what callers left, and what is chosen of them. */
export function VoicemailPage() {
  const { t } = useTranslation('voicemail');
  const portal = usePortal().id;
  const [chosen, setChosen] = useState<string>();
  const query = api.useQuery('get', '/portals/{portal}/mailboxes', { params: { path: { portal } } });
  const boxes = query.data?.items ?? [];
  const box = boxes.find(({ extension }) => extension === chosen) ?? boxes[0];
  return (
    <Page title={t('title')} about={t('about')}>
      {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.data && !box ? <Empty title={t('none')} text={t('none.text')} /> : null}
      {box ? (
        <Stack>
          {boxes.length > 1 ? (
            <Select
              label={t('box')}
              maw={320}
              allowDeselect={false}
              value={box.extension}
              onChange={(value) => setChosen(value ?? undefined)}
              data={boxes.map(({ extension, number, fresh }) => ({ value: extension, label: fresh > 0 ? `${number} (${fresh})` : number }))}
            />
          ) : null}
          <Tabs key={box.extension} defaultValue={box.enabled ? 'messages' : 'settings'} keepMounted={false}>
            <TabRow>
              <Tabs.Tab value="messages">{t('messages', { count: box.fresh })}</Tabs.Tab>
              {box.dictation ? <Tabs.Tab value="dictations">{t('dictations')}</Tabs.Tab> : null}
              <Tabs.Tab value="settings">{t('settings')}</Tabs.Tab>
            </TabRow>
            <Tabs.Panel value="messages">
              <MessageList portal={portal} extension={box.extension} />
            </Tabs.Panel>
            {box.dictation ? (
              <Tabs.Panel value="dictations">
                <DictationList portal={portal} extension={box.extension} />
              </Tabs.Panel>
            ) : null}
            <Tabs.Panel value="settings">
              <MailboxForm portal={portal} extension={box.extension} number={box.number} />
            </Tabs.Panel>
          </Tabs>
        </Stack>
      ) : null}
    </Page>
  );
}
