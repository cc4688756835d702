import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { Empty, Failed, Loading } from '@/ui/States';
import { StateBadge } from '@/ui/StateBadge';
import { api } from '@/ui/server/client';
import { Networks } from './Networks';
import { ServerCard } from './ServerCard';
import { useServers } from './useServers';
import { VideobridgeActions } from './VideobridgeActions';
import { type Videobridge, VideobridgeForm } from './VideobridgeForm';

/** The media servers of this installation and how they are doing. */
export function MediaServersPage() {
  const { t } = useTranslation('mediaservers');
  const [adding, { open, close }] = useDisclosure(false);
  const servers = useServers();
  const bridges = api.useQuery('get', '/jitsi-videobridges');
  const failed = servers.error ?? bridges.error;
  const set = bridges.data?.items ?? [];
  const off = set.filter((bridge) => !servers.data?.some((server) => server.name === bridge.name));
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {t('jvb.add')}
    </Button>
  );
  return (
    <Page title={t('title')} about={t('about')} actions={add}>
      {failed ? (
        <Failed error={failed} retry={() => void Promise.all([servers.refetch(), bridges.refetch()])} />
      ) : !servers.data || !bridges.data ? (
        <Loading rows={3} />
      ) : servers.data.length + off.length === 0 ? (
        <Empty title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Stack maw={760}>
          {servers.data.map((server) => {
            const bridge = set.find(({ name }) => name === server.name);
            return <ServerCard key={server.name} server={server} actions={bridge ? <VideobridgeActions bridge={bridge} /> : null} />;
          })}
          {off.map((bridge) => (
            <Off key={bridge.id} bridge={bridge} />
          ))}
        </Stack>
      )}
      <Modal opened={adding} onClose={close} title={t('jvb.add')} size="lg">
        <VideobridgeForm done={close} />
      </Modal>
    </Page>
  );
}

/** One that is set up and carries nothing. */
function Off({ bridge }: { bridge: Videobridge }) {
  const { t } = useTranslation('mediaservers');
  return (
    <Paper p="lg" component="section" aria-label={bridge.name}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="sm">
            <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
              {bridge.name}
            </Title>
            <StateBadge signal="quiet">{t('jvb.off')}</StateBadge>
          </Group>
          <Text size="sm" c="dimmed">
            {[t('kind.jitsi-videobridge'), bridge.region].filter(Boolean).join(' · ')}
          </Text>
          <Networks of={bridge.networks} />
        </Stack>
        <Group gap="xs">
          <VideobridgeActions bridge={bridge} />
        </Group>
      </Group>
    </Paper>
  );
}
