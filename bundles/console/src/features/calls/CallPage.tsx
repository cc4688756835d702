import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { CallRecord } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { Failed, Loading } from '@/ui/States';
import { When } from '@/ui/When';
import { CallPath } from './CallPath';
import { ending, heard } from './heard';
import { Recordings } from './Recordings';
import { talked } from './talked';

/** One call that was: its path, its phones and how they sounded. */
export function CallPage() {
  const { t, i18n } = useTranslation('calls');
  const { id } = useParams({ from: '/inside/shell/calls/$id' });
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/call-records/{call}', { params: { path: { portal, call: id } } });
  const back = { to: '/calls', label: t('title') };
  if (!query.data) {
    return (
      <Page title={t('one')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const call = query.data;
  return (
    <Page
      title={`${call.callerName || call.caller || t('withheld')} → ${call.called}`}
      back={back}
      state={<StateBadge signal={call.result === 'ANSWERED' ? 'live' : 'quiet'}>{t(`result.${call.result}`)}</StateBadge>}
      about={
        <>
          <When at={call.started} seconds /> {talked(call, i18n.language)}
        </>
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper p="lg">
          <Title order={2} size="h4" mb="md">
            {t('path')}
          </Title>
          <CallPath steps={call.path} />
        </Paper>
        <Stack>
          <Legs call={call} />
          <Recordings portal={portal} call={call} />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

function Legs({ call }: { call: CallRecord }) {
  const { t, i18n } = useTranslation('calls');
  return (
    <Paper p="lg">
      <Title order={2} size="h4" mb="md">
        {t('phones')}
      </Title>
      <Stack gap="md">
        {call.legs.map((leg) => (
          <Group key={leg.leg} justify="space-between" gap="xs">
            <div>
              <Text>{leg.name || leg.number || t('withheld')}</Text>
              {leg.name ? (
                <Text size="xs" c="dimmed">
                  {leg.number}
                </Text>
              ) : null}
            </div>
            <div>
              <Text>{t(ending(leg.status), { status: leg.status })}</Text>
              {leg.quality ? (
                <Text size="xs" c="dimmed">
                  {t(`quality.${heard(leg.quality.mos)}`, { mos: leg.quality.mos.toLocaleString(i18n.language, { maximumFractionDigits: 1 }) })}
                </Text>
              ) : null}
            </div>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
