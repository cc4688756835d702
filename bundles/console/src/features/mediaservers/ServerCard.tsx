import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { StateBadge } from '@/ui/StateBadge';
import { When } from '@/ui/When';
import { client } from '@/ui/server/client';
import { Networks } from './Networks';
import { type MediaServer, moodOf, SIGNALS } from './useServers';

interface ServerCardProps {
  server: MediaServer;
  /** What can be done besides, to servers of one kind. */
  actions?: ReactNode;
}

/** One media server: what it is, how full it is, and the way to empty it. */
export function ServerCard({ server, actions }: ServerCardProps) {
  const { t } = useTranslation('mediaservers');
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const mood = moodOf(server);
  const load = Math.round(server.stats.load * 100);

  async function drain(draining: boolean) {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.PUT('/media-servers/{server}', { params: { path: { server: server.name } }, body: { draining } });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/media-servers') });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper p="lg" component="section" aria-label={server.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Group gap="sm">
              <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
                {server.name}
              </Title>
              <StateBadge signal={SIGNALS[mood]}>{t(`state.${mood}`)}</StateBadge>
            </Group>
            <Text size="sm" c="dimmed">
              {[t(`kind.${server.kind}`, { defaultValue: server.kind }), server.region].filter(Boolean).join(' · ')}
            </Text>
            <Networks of={server.networks} />
          </Stack>
          <Group gap="xs">
            {actions}
            {server.draining ? (
              <Button size="xs" variant="default" loading={busy} leftSection={<IconPlayerPlay size={16} />} onClick={() => void drain(false)}>
                {t('use')}
              </Button>
            ) : (
              <Button size="xs" variant="default" loading={busy} leftSection={<IconPlayerPause size={16} />} onClick={() => void drain(true)}>
                {t('drain')}
              </Button>
            )}
          </Group>
        </Group>
        <ProblemNote problem={problem} />
        {mood === 'down' ? (
          <Text role="alert" size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
            {server.stats.detail || t('down.why')}
            {server.downSince ? (
              <>
                {' · '}
                <When at={server.downSince} />
              </>
            ) : null}
          </Text>
        ) : null}
        {mood === 'draining' || mood === 'drained' ? (
          <Text role="status" size="sm">
            {t(`${mood}.about`, { count: server.stats.conferences })}
          </Text>
        ) : null}
        <div>
          <Group justify="space-between" gap="xs">
            <Text size="sm" className="tabular">
              {t('conferences', { count: server.stats.conferences })} · {t('people', { count: server.stats.endpoints })}
              {server.capacity > 0 ? ` ${t('of', { capacity: server.capacity })}` : ''}
            </Text>
            <Text size="sm" className="tabular">
              {load} %
            </Text>
          </Group>
          <Progress value={load} color={load >= 80 ? 'red' : 'accent'} size="sm" mt={4} aria-label={t('load', { name: server.name })} />
        </div>
      </Stack>
    </Paper>
  );
}
