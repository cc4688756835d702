import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import type { Portal } from '@/ui/server/types';

export function DeletePortal({ portal }: { portal: Portal }) {
  const { t } = useTranslation('tenancy');
  const [deleting, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <Paper p="lg" maw={640} mt="lg">
      <Stack align="flex-start" gap="sm">
        <Title order={2}>{t('portal.delete')}</Title>
        <Text c="dimmed">{t('portal.delete.text')}</Text>
        <Button variant="outline" color="red" leftSection={<IconTrash size={18} />} onClick={open}>
          {t('portal.delete')}
        </Button>
      </Stack>
      <ConfirmName
        opened={deleting}
        close={close}
        title={t('portal.delete.title', { name: portal.name })}
        consequences={t('portal.delete.text')}
        name={portal.name}
        action={t('portal.delete')}
        act={async () => {
          await client.DELETE('/portals/{portal}', { params: { path: { portal: portal.id } } });
          await navigate({ to: '/portals' });
          await queries.invalidateQueries({ queryKey: ['get', '/portals'] });
        }}
      />
    </Paper>
  );
}
