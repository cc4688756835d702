import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { StateBadge } from '@/ui/StateBadge';
import { api } from '@/ui/server/client';
import { ownPhoneState } from './ownPhoneState';

type Extension = components['schemas']['Extension'];

/** The own extensions and whether they ring, for who has any. */
export function OwnPhone({ portal }: { portal: string }) {
  const { t } = useTranslation('home');
  const query = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal } } });
  const own = query.data?.items ?? [];
  return own.length === 0 ? null : (
    <Stack gap="sm" mb="xl" component="section" aria-labelledby="phone">
      <Title order={2} id="phone">
        {t('phone.title')}
      </Title>
      {own.map((extension) => (
        <Line key={extension.id} extension={extension} />
      ))}
    </Stack>
  );
}

function Line({ extension }: { extension: Extension }) {
  const { t } = useTranslation('home');
  const state = ownPhoneState(extension);
  return (
    <Paper p="md" maw={720}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={580}>{t('phone.extension', { number: extension.number })}</Text>
          <StateBadge signal={state === 'rings' ? 'live' : 'waiting'}>{t(`phone.${state}`)}</StateBadge>
        </Group>
        {extension.locked ? null : (
          <Button component={Link} to="/account" variant="light">
            {t('phone.change')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
