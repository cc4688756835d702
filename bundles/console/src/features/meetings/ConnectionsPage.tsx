import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Empty, Failed, Loading } from '@/ui/States';
import { byNetwork, type Checked, WAYS } from './connections';

const LATEST = 200;

/** From which networks people reach the media servers, and how: what the doctor in the room found. */
export function ConnectionsPage() {
  const { t } = useTranslation(['meetings', 'room']);
  const portal = usePortal();
  const query = api.useQuery('get', '/portals/{portal}/events', {
    params: { path: { portal: portal.id }, query: { type: 'meeting.connection.checked', limit: LATEST } },
  });
  const networks = byNetwork((query.data?.items ?? []).map((event) => event.data as unknown as Checked));
  return (
    <Page title={t('connections')} about={t('connections.about')}>
      {query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : networks.length === 0 ? (
        <Empty title={t('connections.empty')} text={t('connections.empty.text')} />
      ) : (
        <Table.ScrollContainer minWidth={520}>
          <Table aria-label={t('connections')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('connections.network')}</Table.Th>
                <Table.Th>{t('connections.checked')}</Table.Th>
                {WAYS.map((way) => (
                  <Table.Th key={way}>{t(`room:way.${way}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {networks.map((network) => (
                <Table.Tr key={network.name}>
                  <Table.Th scope="row">{network.name || t('connections.unknown')}</Table.Th>
                  <Table.Td>{network.checked}</Table.Td>
                  {WAYS.map((way) => (
                    <Table.Td key={way}>
                      {network.ways[way].tried === 0 ? (
                        <Text c="dimmed" size="sm">
                          {t('room:way.none')}
                        </Text>
                      ) : (
                        t('connections.works', { works: network.ways[way].works, tried: network.ways[way].tried })
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  );
}
