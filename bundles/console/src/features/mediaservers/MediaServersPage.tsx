import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { Empty, Failed, Loading } from '@/ui/States';
import { ServerCard } from './ServerCard';
import { useServers } from './useServers';

/** The media servers of this installation and how they are doing. */
export function MediaServersPage() {
  const { t } = useTranslation('mediaservers');
  const servers = useServers();
  return (
    <Page title={t('title')} about={t('about')}>
      {servers.error ? (
        <Failed error={servers.error} retry={() => void servers.refetch()} />
      ) : !servers.data ? (
        <Loading rows={3} />
      ) : servers.data.length === 0 ? (
        <Empty title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Stack maw={760}>
          {servers.data.map((server) => (
            <ServerCard key={server.name} server={server} />
          ))}
        </Stack>
      )}
    </Page>
  );
}
