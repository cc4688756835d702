import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconMail, IconMailOpened, IconPhone, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import type { VoiceMessage } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { DeleteMessages } from './DeleteMessages';
import { useMailboxChanged } from './useMailboxChanged';

interface MessageListProps {
  portal: string;
  extension: string;
}

/** What callers left, the newest first; each can be heard here. */
export function MessageList({ portal, extension }: MessageListProps) {
  const { t } = useTranslation('voicemail');
  const changed = useMailboxChanged();
  const [problem, setProblem] = useState<unknown>();
  const [chosen, setChosen] = useState<VoiceMessage[]>([]);
  const [asked, setAsked] = useState(false);
  const list = usePages<VoiceMessage>(
    api.useInfiniteQuery('get', '/portals/{portal}/mailboxes/{extension}/messages', { params: { path: { portal, extension }, query: { limit: 50 } } }, byCursor),
  );
  const act = (task: () => Promise<unknown>, done?: string) => {
    setProblem(undefined);
    task().then(
      async () => {
        await changed();
        if (done) {
          notifications.show({ message: done });
        }
      },
      (error: unknown) => setProblem(error),
    );
  };
  const path = (message: string) => ({ path: { portal, extension, message } });
  const mark = ({ id }: VoiceMessage, heard: boolean) =>
    act(() => client.PUT('/portals/{portal}/mailboxes/{extension}/messages/{message}', { params: path(id), body: { heard } }));
  const remove = ({ id }: VoiceMessage) =>
    act(() => client.DELETE('/portals/{portal}/mailboxes/{extension}/messages/{message}', { params: path(id) }), t('deleted'));
  const callBack = ({ caller }: VoiceMessage) =>
    act(() => client.POST('/portals/{portal}/calls', { params: { path: { portal } }, body: { to: caller } }), t('called'));

  // What is gone from the list is not chosen any more.
  const selected = list.rows.filter(({ id }) => chosen.some((one) => one.id === id));
  const who = (message: VoiceMessage) => message.callerName || message.caller || t('withheld');
  const sound = ({ id }: VoiceMessage) => `/api/v1/portals/${portal}/mailboxes/${extension}/messages/${id}/sound`;
  const columns: Column<VoiceMessage>[] = [
    { key: 'when', title: t('when'), width: 130, render: (message) => <When at={message.received} /> },
    { key: 'from', title: t('from'), heading: true, render: who },
    {
      key: 'state',
      title: t('state'),
      width: 90,
      render: (message) => <StateBadge signal={message.heard ? 'quiet' : 'live'}>{t(message.heard ? 'heard' : 'new')}</StateBadge>,
    },
    {
      key: 'sound',
      title: t('sound'),
      width: 260,
      render: (message) => (
        <audio
          controls
          preload="none"
          aria-label={t('sound.of', { who: who(message) })}
          src={sound(message)}
          style={{ width: '100%', height: 36 }}
          onEnded={() => {
            if (!message.heard) {
              mark(message, true);
            }
          }}
        />
      ),
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 180,
      render: (message) => (
        <Group gap={4} wrap="nowrap">
          {message.caller ? <Action label={t('call-back', { who: who(message) })} icon={<IconPhone size={18} />} run={() => callBack(message)} /> : null}
          <Action
            label={t(message.heard ? 'mark.new' : 'mark.heard', { who: who(message) })}
            icon={message.heard ? <IconMail size={18} /> : <IconMailOpened size={18} />}
            run={() => mark(message, !message.heard)}
          />
          <Tooltip label={t('download', { who: who(message) })}>
            <ActionIcon component="a" variant="subtle" href={`${sound(message)}?download=true`} download aria-label={t('download', { who: who(message) })}>
              <IconDownload size={18} />
            </ActionIcon>
          </Tooltip>
          <Action label={t('delete', { who: who(message) })} icon={<IconTrash size={18} />} run={() => remove(message)} />
        </Group>
      ),
    },
  ];
  return (
    <>
      <ProblemNote problem={problem} />
      {selected.length > 0 ? (
        <Group mb="sm">
          <Button color="red" variant="light" leftSection={<IconTrash size={18} />} onClick={() => setAsked(true)}>
            {t('delete.many', { count: selected.length })}
          </Button>
        </Group>
      ) : null}
      <div
        onKeyDown={({ key, target }) => {
          if (key === 'Delete' && selected.length > 0 && !(target instanceof HTMLAudioElement)) {
            setAsked(true);
          }
        }}
      >
        <ListView
          list={list}
          columns={columns}
          id={({ id }) => id}
          label={t('messages.label')}
          selection={{ rows: selected, change: setChosen, label: (message) => t('select', { who: who(message) }) }}
          empty={{ title: t('empty'), text: t('empty.text') }}
        />
      </div>
      {asked ? (
        <DeleteMessages
          portal={portal}
          extension={extension}
          messages={selected}
          close={() => setAsked(false)}
          done={async () => {
            await changed();
            setChosen([]);
          }}
        />
      ) : null}
    </>
  );
}

function Action({ label, icon, run }: { label: string; icon: React.ReactNode; run: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
