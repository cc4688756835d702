import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';

const SOON = 30 * 86_400_000;

/** The server at a glance: how many portals, how full, how well. */
export function Dashboard() {
  const { t } = useTranslation('home');
  const portals = api.useQuery('get', '/portals', { params: { query: { limit: 200 } } });
  const figures = api.useQuery('get', '/portal-figures', { params: { query: { limit: 200 } } });
  const coverage = api.useQuery('get', '/certificates/coverage', { params: { query: { limit: 200 } } });
  const health = api.useQuery('get', '/health', {}, { retry: false });
  const list = portals.data?.items ?? [];
  const inside = Object.fromEntries((figures.data?.items ?? []).map((one) => [one.portal, one.numbers.participants ?? 0]));
  const ill = Object.entries(health.data?.checks ?? {}).filter(([, state]) => state !== 'up');
  const warned = (coverage.data?.items ?? []).filter((one) => one.warnings.length > 0);
  const full = list.filter((portal) => portal.participantLimit && (inside[portal.id] ?? 0) >= portal.participantLimit * 0.8);
  const expiring = list.filter((portal) => portal.expires && Date.parse(portal.expires) < Date.now() + SOON);
  if (list.length === 0) {
    return null;
  }
  return (
    <Stack gap="sm" mt="xl" component="section" aria-labelledby="glance">
      <Title order={2} id="glance">
        {t('dash.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <Fact title={t('dash.portals')} to="/portals">
          {portals.data?.total ?? list.length}
        </Fact>
        <Fact title={t('dash.inside')}>{Object.values(inside).reduce((sum, one) => sum + one, 0)}</Fact>
        <Fact title={t('dash.health')}>
          {health.data?.status === 'up'
            ? t('dash.health.up')
            : t('dash.health.down', { parts: ill.map(([part]) => part).join(', ') || '?' })}
        </Fact>
        <Fact title={t('dash.certificates')} to="/certificates">
          {warned.length === 0 ? t('dash.certificates.none') : warned.map((one) => one.name).slice(0, 5).join(', ')}
        </Fact>
        <Fact title={t('dash.full')}>{full.map((one) => one.name).slice(0, 5).join(', ') || t('dash.none')}</Fact>
        <Fact title={t('dash.expiring')}>{expiring.map((one) => one.name).slice(0, 5).join(', ') || t('dash.none')}</Fact>
      </SimpleGrid>
    </Stack>
  );
}

function Fact({ title, to, children }: { title: string; to?: string; children: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="sm" c="dimmed">
        {to ? (
          <Anchor component={Link} to={to} size="sm">
            {title}
          </Anchor>
        ) : (
          title
        )}
      </Text>
      <Text fw={580} size="lg" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Paper>
  );
}
