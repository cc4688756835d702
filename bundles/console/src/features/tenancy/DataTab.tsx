import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Everything kept for the portal, to take away. */
export function DataTab({ portal }: { portal: string }) {
  const { t } = useTranslation('tenancy');
  return (
    <Paper p="lg" maw={640}>
      <Stack align="flex-start">
        <Title order={2} size="h4">
          {t('data.title')}
        </Title>
        <Text c="dimmed">{t('data.about')}</Text>
        <Button
          component="a"
          href={`/api/v1/portals/${encodeURIComponent(portal)}/data`}
          download
          variant="default"
          leftSection={<IconDownload size={18} />}
        >
          {t('data.download')}
        </Button>
      </Stack>
    </Paper>
  );
}
