import { Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';

/** What is called to come in by telephone, and what is keyed in there. */
export function ByPhone({ meeting }: { meeting: string }) {
  const { t } = useTranslation('room');
  const { portal } = useSession();
  const query = api.useQuery(
    'get',
    '/portals/{portal}/meetings/{meeting}',
    { params: { path: { portal: portal.id, meeting } } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const dialIn = query.data?.dialIn;
  if (!dialIn) {
    return null;
  }
  return (
    <Text size="sm" c="dimmed">
      <IconPhone size={14} aria-hidden /> {t('phone.dial', { phones: dialIn.phones.join(', '), number: dialIn.number })}
    </Text>
  );
}
