import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { When } from '@/ui/When';
import { useThingsChanged } from './things';

/** Phones of an extension at which others signed in, and phones of others at which it is used; shown while there are any. */
export function HotDesks({ portal, extension }: { portal: string; extension: string }) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const query = api.useQuery('get', '/portals/{portal}/extensions/{extension}/hot-desks', { params: { path: { portal, extension } } });

  async function end(device: string) {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.DELETE('/portals/{portal}/extensions/{extension}/hot-desks/{device}', { params: { path: { portal, extension, device } } });
      notifications.show({ message: t('hot-desk.ended') });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      await changed();
    }
  }

  const desks = query.data?.items ?? [];
  return desks.length === 0 && !problem ? null : (
    <Paper p="lg" maw={820} component="section" aria-label={t('hot-desk')}>
      <Stack>
        <div>
          <Title order={2} size="h4">
            {t('hot-desk')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('hot-desk.about')}
          </Text>
        </div>
        <ProblemNote problem={problem} />
        {desks.map(({ device, phone, number, usedAs, usedBy, since, until }) => (
          <Group key={device} justify="space-between" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {t('hot-desk.line', { phone, number, usedAs, usedBy })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('hot-desk.since')} <When at={since} />
                {until ? (
                  <>
                    {' '}
                    {t('hot-desk.until')} <When at={until} />
                  </>
                ) : null}
              </Text>
            </div>
            <Button size="xs" variant="default" disabled={busy} aria-label={t('hot-desk.end.of', { phone })} onClick={() => void end(device)}>
              {t('hot-desk.end')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
