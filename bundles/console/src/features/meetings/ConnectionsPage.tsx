import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { byNetwork, type Checked, type NetworkCount, WAYS } from './connections';

const LATEST = 200;

/** From which networks people reach the media servers, and how: what the doctor in the room found. */
export function ConnectionsPage() {
  const { t } = useTranslation(['meetings', 'room']);
  const portal = usePortal();
  const query = api.useQuery('get', '/portals/{portal}/events', {
    params: { path: { portal: portal.id }, query: { type: 'meeting.connection.checked', limit: LATEST } },
  });
  const networks = byNetwork((query.data?.items ?? []).map((event) => event.data as unknown as Checked));
  const columns: Column<NetworkCount>[] = [
    { key: 'network', title: t('connections.network'), heading: true, render: ({ name }) => name || t('connections.unknown') },
    { key: 'checked', title: t('connections.checked'), render: ({ checked }) => checked },
    ...WAYS.map((way) => ({ key: way, title: t(`room:way.${way}`), render: ({ ways }: NetworkCount) => <Count {...ways[way]} /> })),
  ];
  return (
    <Page title={t('connections')} about={t('connections.about')}>
      <ListView
        list={{ rows: networks, loading: query.isPending, error: query.error, retry: () => void query.refetch() }}
        columns={columns}
        id={({ name }) => name}
        label={t('connections')}
        empty={{ title: t('connections.empty'), text: t('connections.empty.text') }}
      />
    </Page>
  );
}

/** How often a way worked, where it was tried. */
function Count({ works, tried }: { works: number; tried: number }) {
  const { t } = useTranslation(['meetings', 'room']);
  return tried > 0 ? (
    t('connections.works', { works, tried })
  ) : (
    <Text c="dimmed" size="sm" span>
      {t('room:way.none')}
    </Text>
  );
}
