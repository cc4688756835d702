import { Select, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { StateBadge } from '@/ui/StateBadge';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { PatchbayEvent } from '@/ui/server/types';
import { useLiveState } from '@/ui/server/useLive';
import { When } from '@/ui/When';
import { EventDrawer } from './EventDrawer';
import classes from './EventsPage.module.css';
import { gist, KINDS } from './eventKinds';
import { useEvents } from './useEvents';

export function EventsPage() {
  const { t } = useTranslation('events');
  const portal = usePortal();
  const search = useSearch({ from: '/inside/shell/events' });
  const navigate = useNavigate();
  const { list, fresh } = useEvents(portal.id, search.type ?? '', search.subject ?? '');
  const live = useLiveState() === 'open';
  const opened = list.rows.find((event) => event.id === search.event);

  const show = (change: { type?: string | undefined; subject?: string | undefined; event?: string | undefined }) => {
    const next = { ...search, ...change };
    void navigate({
      to: '/events',
      search: {
        ...(next.type ? { type: next.type } : {}),
        ...(next.subject ? { subject: next.subject } : {}),
        ...(next.event ? { event: next.event } : {}),
      },
      replace: !('event' in change),
    });
  };

  const columns: Column<PatchbayEvent>[] = [
    { key: 'time', title: t('time'), width: 150, render: (event) => <When at={event.time} seconds /> },
    {
      key: 'type',
      title: t('type'),
      heading: true,
      render: (event) => (
        <span className={fresh.has(event.id) ? classes.fresh : undefined}>
          <TypeName type={event.type} />
        </span>
      ),
    },
    { key: 'about', title: t('gist'), render: (event) => gist(event.data) || '–' },
  ];

  return (
    <Page
      title={t('title')}
      about={t('about')}
      state={live ? <StateBadge signal="live">{t('live')}</StateBadge> : <StateBadge signal="waiting">{t('waiting')}</StateBadge>}
    >
      <ListView
        list={list}
        columns={columns}
        id={(event) => event.id}
        label={t('title')}
        open={(event) => show({ event: event.id })}
        filtered={Boolean(search.type ?? search.subject)}
        filters={
          <>
            <TypeFilter value={search.type ?? ''} change={(type) => show({ type, event: undefined })} />
            {search.subject ? (
              <Text component="button" className={classes.pill} onClick={() => show({ subject: undefined })}>
                {t('subject.only', { subject: search.subject.slice(-12) })} ×
              </Text>
            ) : null}
          </>
        }
        empty={{ title: t('empty'), text: t('empty.text') }}
      />
      <EventDrawer
        event={opened}
        close={() => show({ event: undefined })}
        follow={(subject) => show({ subject, event: undefined })}
      />
    </Page>
  );
}

/** What happened, in words, and the name that scripts know it by. */
function TypeName({ type }: { type: string }) {
  const { t } = useTranslation('events');
  const words = t(`type.${type}`, { defaultValue: '' });
  return (
    <>
      {words}{' '}
      <Text span size="xs" c="dimmed" ff="monospace">
        {type}
      </Text>
    </>
  );
}

function TypeFilter({ value, change }: { value: string; change: (type: string | undefined) => void }) {
  const { t } = useTranslation('events');
  const schemas = api.useQuery('get', '/events/schemas', {}, { staleTime: 600_000 });
  const types = (schemas.data?.items ?? []).map((schema) => schema.type);
  return (
    <Select
      aria-label={t('filter')}
      placeholder={t('filter')}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      searchable
      w={300}
      value={value || null}
      onChange={(chosen) => change(chosen ?? undefined)}
      data={[
        { group: t('filter.kinds'), items: KINDS.map((kind) => ({ value: `${kind}.*`, label: t(`kind.${kind}`) })) },
        ...(types.length > 0 ? [{ group: t('filter.types'), items: types }] : []),
      ]}
    />
  );
}
