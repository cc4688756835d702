import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import { Fact } from './Fact';
import { MailFact } from './MailFact';

const SOON = 30 * 86_400_000;

/** The own portal at a glance: its people, how full it is, and whether anything needs somebody. */
export function PortalDashboard({ portal }: { portal: string }) {
  const { t, i18n } = useTranslation('home');
  const may = useRights();
  const enabled = { enabled: may('MANAGE_PORTAL') };
  const path = { params: { path: { portal } } };
  const own = api.useQuery('get', '/portals/{portal}', path, enabled);
  const figures = api.useQuery('get', '/portals/{portal}/figures', path, enabled);
  const certificate = api.useQuery('get', '/portals/{portal}/certificate', path, enabled);
  const choice = api.useQuery('get', '/portals/{portal}/media-server', path, enabled);
  const servers = api.useQuery('get', '/portals/{portal}/media-servers', path, enabled);
  const chosen = choice.data?.server;
  const outOfUse = chosen !== undefined && servers.data && !servers.data.some((one) => one.name === chosen && one.state !== 'DOWN' && !one.draining);
  if (!own.data || !figures.data) {
    return null;
  }
  const { participants = 0, people = 0 } = figures.data.numbers;
  const { participantLimit, expires } = own.data;
  const warned = (certificate.data?.warnings.length ?? 0) > 0;
  const ends = expires ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(expires)) : undefined;
  return (
    <Stack gap="sm" mt="xl" component="section" aria-labelledby="glance">
      <Title order={2} id="glance">
        {t('dash.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <Fact title={t('dash.people')} to="/people">
          {people}
        </Fact>
        <Fact title={t('dash.inside')} to="/meetings" alert={participantLimit !== undefined && participants >= participantLimit}>
          {participantLimit ? t('dash.limits.of', { inside: participants, limit: participantLimit }) : participants}
        </Fact>
        <MailFact portal={portal} />
        <Fact title={t('dash.certificate')} to="/portal?tab=certificate" alert={warned}>
          {warned ? t('dash.certificate.warned') : t('dash.certificate.well')}
        </Fact>
        {outOfUse ? (
          <Fact title={t('dash.media.own')} to="/portal?tab=media-server" alert>
            {t('dash.media.own.out', { name: chosen })}
          </Fact>
        ) : null}
        {ends ? (
          <Fact title={t('dash.ends')} to="/portal?tab=limits" alert={Date.parse(expires!) < Date.now() + SOON}>
            {ends}
          </Fact>
        ) : null}
      </SimpleGrid>
    </Stack>
  );
}
