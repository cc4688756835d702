import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconWorldSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';

/** Looks where a host leads, and says which record whoever keeps its DNS has to make. */
export function HostCheckNote({ host }: { host: string }) {
  const { t } = useTranslation('tenancy');
  const check = api.useMutation('post', '/portals/host-check');
  const seen = check.data?.host === host.trim().toLowerCase() ? check.data : undefined;
  const fine = seen?.state === 'HERE';
  return (
    <Stack gap="xs" aria-live="polite">
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconWorldSearch size={16} />}
          loading={check.isPending}
          disabled={host.trim() === ''}
          onClick={() => check.mutate({ body: { host } })}
        >
          {t('host.check')}
        </Button>
      </Group>
      <ProblemNote problem={check.error} />
      {seen ? (
        <Alert
          color={fine ? 'green' : 'yellow'}
          icon={fine ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
        >
          <Text>{t(`host.${seen.state}`, { host: seen.host, found: seen.found.join(', ') })}</Text>
          {seen.missing.length > 0 ? (
            <>
              <Text mt="xs">{t('host.records')}</Text>
              <List size="sm" mt={4}>
                {seen.missing.map((record) => (
                  <List.Item key={`${record.type} ${record.value}`}>
                    <Code>{`${record.name}  ${record.type}  ${record.value}`}</Code>
                  </List.Item>
                ))}
              </List>
            </>
          ) : null}
        </Alert>
      ) : null}
    </Stack>
  );
}
