import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { api } from '@/ui/server/client';
import { problemText } from '@/ui/problemText';
import { asProblem } from '@/ui/server/problem';

/** Tries the stored settings out against the other side. */
export function ConnectionTest({ portal, plugin, changed }: { portal: string; plugin: string; changed: boolean }) {
  const { t } = useTranslation(['plugins', 'problems']);
  const test = api.useMutation('post', '/portals/{portal}/plugins/{plugin}/test');
  return (
    <Paper p="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2}>{t('test.title')}</Title>
            <Text c="dimmed">{changed ? t('test.save') : t('test.about')}</Text>
          </div>
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} />}
            disabled={changed}
            loading={test.isPending}
            onClick={() => test.mutate({ params: { path: { portal, plugin } } })}
          >
            {t('test.action')}
          </Button>
        </Group>
        <div aria-live="polite">
          {test.isPending ? (
            <Connecting />
          ) : test.isError ? (
            <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('test.failed')}>
              {problemText(t, asProblem(test.error))}
            </Alert>
          ) : test.isSuccess ? (
            <Alert color="green" icon={<IconCheck size={18} />} title={t('test.passed')}>
              {test.data.message}
            </Alert>
          ) : null}
        </div>
      </Stack>
    </Paper>
  );
}
