import { Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import type { StorageUse } from '@/ui/server/types';

/** What somebody has stored, and may store. */
export function StorageBar({ use }: { use: StorageUse }) {
  const { t, i18n } = useTranslation('identity');
  const share = use.limitBytes > 0 ? Math.min(100, (100 * use.usedBytes) / use.limitBytes) : 100;
  const size = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 }).format(bytes / 1_000_000);
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('storage.title')}
      </Text>
      <Progress value={share} color={share > 90 ? 'red' : 'accent'} aria-label={t('storage.title')} />
      <Text size="xs" c="dimmed" className="tabular">
        {t('storage.used', { used: size(use.usedBytes), limit: size(use.limitBytes) })}
      </Text>
    </Stack>
  );
}

export function PersonStorage({ portal, id }: { portal: string; id: string }) {
  const query = api.useQuery('get', '/portals/{portal}/people/{id}/storage', { params: { path: { portal, id } } });
  return query.data ? <StorageBar use={query.data} /> : null;
}

export function OwnStorage() {
  const query = api.useQuery('get', '/account/storage');
  return query.data ? <StorageBar use={query.data} /> : null;
}

/** What an import said of the person's telephone that no part uses yet. */
export function PersonAttributes({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation('identity');
  const query = api.useQuery('get', '/portals/{portal}/people/{id}/attributes', { params: { path: { portal, id } } });
  const values = Object.entries(query.data?.values ?? {});
  if (values.length === 0) {
    return <Text c="dimmed">{t('attributes.none')}</Text>;
  }
  return (
    <Paper p="lg" maw={720}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('attributes.about')}
      </Text>
      <dl style={{ display: 'grid', gridTemplateColumns: 'minmax(120px, 220px) 1fr', gap: '4px 16px', margin: 0 }}>
        {values.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
