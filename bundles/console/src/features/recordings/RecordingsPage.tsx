import { Alert, Button, SegmentedControl, Text } from '@mantine/core';
import { IconInfoCircle, IconVideo } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Recording } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { first, length, megabytes } from './parts';
import { RecordingState } from './RecordingState';
import { Rules } from './Rules';

/** What was recorded, one's own or, for who manages the portal, everybody's. */
export function RecordingsPage() {
  const { t } = useTranslation('recordings');
  const portal = usePortal().id;
  const may = useRights();
  const manager = may('MANAGE_PORTAL');
  const navigate = useNavigate();
  const [everybodys, setEverybodys] = useState(false);
  const open = (one: Recording) => void navigate({ to: '/recordings/$id', params: { id: one.id } });
  const list = usePages<Recording>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/recordings',
      { params: { path: { portal }, query: { limit: 50, everybodys } } },
      byCursor,
    ),
  );
  return (
    <Page title={t('title')} about={t('about')}>
      <Notes portal={portal} />
      <ListView
        list={list}
        columns={useColumns(everybodys)}
        id={(one) => one.id}
        label={t('title')}
        open={open}
        href={(one) => `/recordings/${one.id}`}
        filtered={everybodys}
        filters={
          manager ? (
            <SegmentedControl
              aria-label={t('show')}
              value={everybodys ? 'all' : 'mine'}
              onChange={(value) => setEverybodys(value === 'all')}
              data={[
                { value: 'mine', label: t('mine') },
                { value: 'all', label: t('everybodys') },
              ]}
            />
          ) : undefined
        }
        empty={{
          title: t('empty'),
          text: t('empty.text'),
          action: manager ? (
            <Button variant="default" onClick={() => setEverybodys(true)}>
              {t('everybodys')}
            </Button>
          ) : (
            <Button variant="default" leftSection={<IconVideo size={18} />} renderRoot={(props) => <Link to="/meetings" {...props} />}>
              {t('meetings')}
            </Button>
          ),
        }}
      />
      {manager ? <Rules portal={portal} /> : null}
    </Page>
  );
}

function useColumns(everybodys: boolean): Column<Recording>[] {
  const { t, i18n } = useTranslation('recordings');
  return [
    { key: 'title', title: t('name'), heading: true, share: 40, render: (one) => one.title },
    { key: 'state', title: t('state'), width: 190, render: (one) => <RecordingState recording={one} /> },
    ...(everybodys ? [{ key: 'owner', title: t('whose'), share: 20, render: (one: Recording) => one.ownerName }] : []),
    { key: 'started', title: t('started'), width: 150, render: (one) => <When at={one.started} /> },
    {
      key: 'duration',
      title: t('duration'),
      width: 100,
      render: (one) => {
        const played = first(one.parts);
        return played ? <span className="tabular">{length(played.durationMillis)}</span> : null;
      },
    },
    {
      key: 'size',
      title: t('size'),
      width: 110,
      render: (one) => <span className="tabular">{t('megabytes', { size: megabytes(one.bytes, i18n.language) })}</span>,
    },
  ];
}

/** How full the own storage is, and that there are no films where there is no ffmpeg. */
function Notes({ portal }: { portal: string }) {
  const { t, i18n } = useTranslation('recordings');
  const rules = api.useQuery('get', '/portals/{portal}/recording-rules', { params: { path: { portal } } });
  const storage = api.useQuery('get', '/account/storage');
  return (
    <>
      {rules.data && !rules.data.films ? (
        <Alert icon={<IconInfoCircle size={18} />} color="yellow" mb="md">
          {t('filmless.server')}
        </Alert>
      ) : null}
      {storage.data ? (
        <Text size="sm" c="dimmed" mb="md" className="tabular">
          {t('storage', {
            used: megabytes(storage.data.usedBytes, i18n.language),
            limit: megabytes(storage.data.limitBytes, i18n.language),
          })}
        </Text>
      ) : null}
    </>
  );
}
