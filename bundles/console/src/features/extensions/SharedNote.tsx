import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';

/** Says that another portal has the same number; which one is told to root alone. */
export function SharedNote({ portal, number }: { portal: string; number: string }) {
  const { t } = useTranslation('extensions');
  const query = api.useQuery('get', '/portals/{portal}/shared-numbers', { params: { path: { portal } } });
  const shared = query.data?.items.find(({ id }) => id === number);
  return shared ? (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} maw={820} role="status">
      <Text size="sm">{t('shared.note')}</Text>
      {shared.portals.length > 0 ? (
        <Text size="sm" mt="xs">
          {t('shared.portals', { names: shared.portals.join(', ') })}
        </Text>
      ) : null}
    </Alert>
  ) : null;
}
