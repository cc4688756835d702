import { Anchor, Paper, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Portal } from '@/ui/server/types';
import { Fact } from './Fact';
import { MailFact } from './MailFact';

const SOON = 30 * 86_400_000;
const MOST = 8;

/** The server at a glance: how many portals, how full, how well, and what runs here. */
export function Dashboard() {
  const { t } = useTranslation('home');
  const { portal: own } = useSession();
  const portals = api.useQuery('get', '/portals', { params: { query: { limit: 200 } } });
  const figures = api.useQuery('get', '/portal-figures', { params: { query: { limit: 200 } } });
  const coverage = api.useQuery('get', '/certificates/coverage', { params: { query: { limit: 200 } } });
  const health = api.useQuery('get', '/health', {}, { retry: false });
  const media = api.useQuery('get', '/media-servers');
  const list = portals.data?.items ?? [];
  const inside = Object.fromEntries((figures.data?.items ?? []).map((one) => [one.portal, one.numbers.participants ?? 0]));
  const ill = Object.entries(health.data?.checks ?? {}).filter(([, state]) => state !== 'up');
  const warned = (coverage.data?.items ?? []).filter((one) => one.warnings.length > 0);
  const expiring = list.filter((portal) => portal.expires && Date.parse(portal.expires) < Date.now() + SOON);
  const servers = media.data ?? [];
  const down = servers.filter((server) => server.state === 'DOWN');
  const well = health.data?.status === 'up';
  const names = (some: { name: string }[]) => some.map((one) => one.name).slice(0, 5).join(', ');
  return (
    <Stack gap="sm" mt="xl" component="section" aria-labelledby="glance">
      <Title order={2} id="glance">
        {t('dash.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <Fact title={t('dash.health')} alert={health.isFetched && !well}>
          {well ? t('dash.health.up') : t('dash.health.down', { parts: ill.map(([part]) => part).join(', ') || '?' })}
        </Fact>
        <Fact
          title={t('dash.media')}
          to="/media-servers"
          alert={media.isFetched && (servers.length === 0 || down.length > 0)}
          detail={servers
            .map((server) => t('dash.media.one', { name: server.name, conferences: server.stats.conferences, endpoints: server.stats.endpoints }))
            .join('; ')}
        >
          {down.length > 0
            ? t('dash.media.down', { names: names(down) })
            : t('dash.media.up', { count: servers.length })}
        </Fact>
        <MailFact portal={own.id} />
        <Fact title={t('dash.portals')} to="/portals">
          {portals.data?.total ?? list.length}
        </Fact>
        <Fact title={t('dash.inside')}>{Object.values(inside).reduce((sum, one) => sum + one, 0)}</Fact>
        <Fact title={t('dash.certificates')} to="/certificates" alert={warned.length > 0}>
          {warned.length === 0 ? t('dash.certificates.none') : names(warned)}
        </Fact>
        <Fact title={t('dash.expiring')}>{names(expiring) || t('dash.none')}</Fact>
      </SimpleGrid>
      {list.length > 0 ? <Limits portals={list} inside={inside} /> : null}
      <Versions portal={own.id} />
    </Stack>
  );
}

/** The fullest portals first: who comes near the limit is seen before anybody is refused. */
function Limits({ portals, inside }: { portals: Portal[]; inside: Record<string, number> }) {
  const { t } = useTranslation('home');
  const share = (portal: Portal) => (portal.participantLimit ? (inside[portal.id] ?? 0) / portal.participantLimit : 0);
  const shown = [...portals].sort((one, other) => share(other) - share(one) || one.name.localeCompare(other.name)).slice(0, MOST);
  return (
    <Paper p="md" component="section" aria-labelledby="limits">
      <Title order={3} size="h4" id="limits" mb="xs">
        {t('dash.limits')}
      </Title>
      <Stack gap="xs">
        {shown.map((portal) => (
          <div key={portal.id}>
            <Text size="sm" style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
              <Anchor component={Link} to={`/portals/${portal.id}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {portal.name}
              </Anchor>
              <span className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {portal.participantLimit
                  ? t('dash.limits.of', { inside: inside[portal.id] ?? 0, limit: portal.participantLimit })
                  : t('dash.limits.none', { inside: inside[portal.id] ?? 0 })}
              </span>
            </Text>
            {portal.participantLimit ? (
              <Progress
                value={Math.min(100, 100 * share(portal))}
                color={share(portal) >= 0.8 ? 'red' : 'accent'}
                size="sm"
                mt={4}
                aria-label={t('dash.limits.label', { name: portal.name })}
              />
            ) : null}
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** What runs here. */
function Versions({ portal }: { portal: string }) {
  const { t } = useTranslation('home');
  const server = api.useQuery('get', '/server');
  const plugins = api.useQuery('get', '/portals/{portal}/plugins', { params: { path: { portal } } });
  if (!server.data) {
    return null;
  }
  const { version, java, system, memoryMegabytes, memoryLimitMegabytes } = server.data;
  return (
    <Paper p="md" component="section" aria-labelledby="versions">
      <Title order={3} size="h4" id="versions" mb="xs">
        {t('dash.versions')}
      </Title>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>Patchbay</Table.Td>
            <Table.Td ta="right" className="tabular">
              {version}
            </Table.Td>
          </Table.Tr>
          {(plugins.data?.items ?? []).map((plugin) => (
            <Table.Tr key={plugin.name}>
              <Table.Td>{t('dash.versions.plugin', { title: plugin.title })}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {plugin.version}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>Java, {system}</Table.Td>
            <Table.Td ta="right" className="tabular">
              {java}
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Td>{t('dash.memory')}</Table.Td>
            <Table.Td ta="right" className="tabular">
              {t('dash.memory.of', { used: memoryMegabytes, limit: memoryLimitMegabytes })}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
