import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { LimitToday } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useLimits } from './useLimits';

const COLOURS: Record<string, string> = { NEAR: 'yellow', REACHED: 'red', LIFTED: 'gray' };

/** What was called outside today, against the limits; one that is near or reached can be lifted for the day. */
export function LimitsToday() {
  const { t } = useTranslation('extensions');
  const query = useLimits();
  const [problem, setProblem] = useState<unknown>();
  return (
    <Paper p="lg" component="section" aria-label={t('today.title')}>
      <Stack>
        <Title order={2} size="h4">
          {t('today.title')}
        </Title>
        <ProblemNote problem={problem} />
        {query.data ? (
          query.data.limits.map((one) => <Row key={one.limit} limit={one} failed={setProblem} changed={() => void query.refetch()} />)
        ) : query.error ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading rows={3} />
        )}
      </Stack>
    </Paper>
  );
}

function Row({ limit, failed, changed }: { limit: LimitToday; failed: (problem: unknown) => void; changed: () => void }) {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const may = useRights();
  const [busy, setBusy] = useState(false);
  const name = limit.limit.toLowerCase();
  const most = limit.most ?? 0;
  const lifted = limit.state === 'LIFTED';
  const toggle = async () => {
    failed(undefined);
    setBusy(true);
    const params = { path: { portal, limit: name } };
    try {
      await (lifted ? client.DELETE('/portals/{portal}/call-limits/{limit}/lift', { params }) : client.POST('/portals/{portal}/call-limits/{limit}/lift', { params }));
      notifications.show({ message: t(lifted ? 'today.restored' : 'today.lifted') });
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
      changed();
    }
  };
  return (
    <Stack gap={6} role="group" aria-label={t(`today.${name}`)}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t(`today.${name}`)}</Text>
        <Text size="sm" className="tabular">
          {most ? t('today.of', { used: limit.used, most }) : limit.used}
        </Text>
      </Group>
      {most ? <Progress value={Math.min(100, (100 * limit.used) / most)} color={COLOURS[limit.state]} aria-label={t(`today.${name}`)} /> : null}
      {may('CONFIGURE_TRUNKS') && limit.state in COLOURS ? (
        <Group>
          <Button variant="default" size="xs" loading={busy} onClick={() => void toggle()} aria-label={`${t(lifted ? 'today.restore' : 'today.lift')}: ${t(`today.${name}`)}`}>
            {t(lifted ? 'today.restore' : 'today.lift')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
