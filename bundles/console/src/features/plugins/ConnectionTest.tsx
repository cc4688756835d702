import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Connecting } from '@/ui/Cable';
import { ProblemNote } from '@/ui/ProblemNote';
import { asProblem } from '@/ui/server/problem';
import type { PluginView } from '@/ui/server/types';
import { When } from '@/ui/When';
import type { ConnectionTestRun } from './useConnectionTest';

interface ConnectionTestProps {
  tested: PluginView['tested'];
  changed: boolean;
  test: ConnectionTestRun;
}

/** How the last try of the stored settings went, and another one. */
export function ConnectionTest({ tested, changed, test }: ConnectionTestProps) {
  const { t } = useTranslation('plugins');
  const result = useRef<HTMLDivElement>(null);
  const at = tested?.at;

  // The result of a test that was just made, below a long form on a small screen.
  useEffect(() => {
    if (at && Date.now() - Date.parse(at) < 10_000) {
      result.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [at]);

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
            loading={test.running}
            onClick={test.run}
          >
            {t('test.action')}
          </Button>
        </Group>
        <div aria-live="polite" ref={result}>
          {test.running ? (
            <Connecting />
          ) : test.error && asProblem(test.error).code !== 'plugin.test-failed' ? (
            <ProblemNote problem={test.error} />
          ) : tested ? (
            <Alert
              color={tested.passed ? 'green' : 'red'}
              icon={tested.passed ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
              title={t(tested.passed ? 'test.passed' : 'test.failed')}
            >
              {tested.message}{' '}
              <Text span size="xs" c="dimmed">
                <When at={tested.at} />
              </Text>
            </Alert>
          ) : null}
        </div>
      </Stack>
    </Paper>
  );
}
