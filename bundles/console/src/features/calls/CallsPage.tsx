import { Button, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload, IconMicrophone, IconRoute, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Conversation } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { Dial } from './Dial';
import { ended } from './ended';
import { LiveCard } from './LiveCard';
import { whole } from './people';
import { isRecorded } from './recorded';
import { RoomCard } from './RoomCard';
import { together } from './rooms';
import { talked } from './talked';
import { useWho } from './useWho';
import { useLiveCalls } from '@/ui/server/useLiveCalls';

const RESULTS = ['ANSWERED', 'ATTENDED', 'MISSED', 'GIVEN_UP', 'BUSY', 'REFUSED', 'FAILED', 'RESTART'] as const;

type Result = (typeof RESULTS)[number];

/** Who calls whom now, and the calls that were. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  const portal = usePortal().id;
  const may = useRights();
  const live = useLiveCalls(portal);
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        may('CONFIGURE_CALL_HANDLING') ? (
          <Button variant="default" leftSection={<IconRoute size={18} />} renderRoot={(props) => <Link to="/calls/what-if" {...props} />}>
            {t('what-if')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="xl">
        <Dial portal={portal} />
        <section aria-label={t('now')}>
          <Title order={2} size="h4" mb="sm">
            {t('now')}
          </Title>
          {live.length === 0 ? <Text c="dimmed">{t('now.none')}</Text> : null}
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {together(live).map((one) =>
              'calls' in one ? <RoomCard key={`room-${one.key}`} portal={portal} room={one} /> : <LiveCard key={one.id} portal={portal} call={one} />,
            )}
          </SimpleGrid>
        </section>
        <History portal={portal} />
      </Stack>
    </Page>
  );
}

function History({ portal }: { portal: string }) {
  const { t } = useTranslation('calls');
  const search = useSearch({ from: '/inside/shell/calls' });
  const navigate = useNavigate();
  const filter = {
    ...(search.text ? { text: search.text } : {}),
    ...(search.result ? { result: search.result } : {}),
  };
  const list = usePages<Conversation>(
    api.useInfiniteQuery('get', '/portals/{portal}/call-conversations', { params: { path: { portal }, query: { limit: 50, ...filter } } }, byCursor),
  );
  const show = (change: { text?: string; result?: string }) => {
    const next = { ...search, ...change };
    void navigate({
      to: '/calls',
      search: { ...(next.text ? { text: next.text } : {}), ...(next.result ? { result: next.result } : {}) },
      replace: true,
    });
  };
  return (
    <section aria-label={t('history')}>
      <Title order={2} size="h4" mb="sm">
        {t('history')}
      </Title>
      <ListView
        list={list}
        columns={useColumns()}
        id={({ id }) => id}
        label={t('history')}
        open={({ id }) => void navigate({ to: '/calls/$id', params: { id } })}
        href={({ id }) => `/calls/${id}`}
        filtered={Boolean(search.text ?? search.result)}
        filters={<Filters portal={portal} text={search.text ?? ''} result={search.result ?? ''} show={show} />}
        empty={{ title: t('empty'), text: t('empty.text') }}
      />
    </section>
  );
}

interface FiltersProps {
  portal: string;
  text: string;
  result: string;
  show: (change: { text?: string; result?: string }) => void;
}

function Filters({ portal, text, result, show }: FiltersProps) {
  const { t } = useTranslation('calls');
  const look = useDebouncedCallback((words: string) => show({ text: words }), 250);
  const query = new URLSearchParams({ ...(text ? { text } : {}), ...(result ? { result } : {}) }).toString();
  return (
    <>
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} />}
        defaultValue={text}
        maxLength={64}
        onChange={(event) => look(event.currentTarget.value)}
      />
      <Select
        aria-label={t('result')}
        placeholder={t('results')}
        clearable
        value={result || null}
        onChange={(chosen) => show({ result: chosen ?? '' })}
        data={RESULTS.map((value) => ({ value, label: t(`result.${value as Result}`) }))}
      />
      <Button
        component="a"
        href={`/api/v1/portals/${portal}/call-records/calls.csv${query ? `?${query}` : ''}`}
        download
        variant="default"
        leftSection={<IconDownload size={18} />}
      >
        {t('file')}
      </Button>
    </>
  );
}

function useColumns(): Column<Conversation>[] {
  const { t, i18n } = useTranslation('calls');
  const who = useWho();
  return [
    { key: 'when', title: t('when'), width: 190, render: ({ calls }) => <When at={calls[0]?.started ?? ''} dated /> },
    { key: 'from', title: t('from'), heading: true, render: (one) => who(one).from },
    { key: 'to', title: t('to'), render: (one) => who(one).to },
    { key: 'result', title: t('result'), render: (one) => t(ended(whole(one) ?? { path: [], result: 'FAILED' })) },
    { key: 'length', title: t('length'), render: (one) => talked(whole(one) ?? { ended: '' }, i18n.language) || '–' },
    {
      key: 'recorded',
      title: t('recorded'),
      width: 110,
      render: ({ calls }) => (calls.some(isRecorded) ? <IconMicrophone size={18} role="img" aria-label={t('recorded')} /> : null),
    },
  ];
}
