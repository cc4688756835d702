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
import { ended } from './ended';
import { ending, heard } from './heard';
import { whole } from './people';
import { Recordings } from './Recordings';
import { Tags } from './Tags';
import { talked } from './talked';
import { useWho } from './useWho';

/** One call that was, or those that belong together: the path, the phones and how they sounded. */
export function CallPage() {
  const { t, i18n } = useTranslation('calls');
  const { id } = useParams({ from: '/inside/shell/calls/$id' });
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/call-conversations/{call}', { params: { path: { portal, call: id } } });
  const who = useWho();
  const back = { to: '/calls', label: t('title') };
  const sum = query.data && whole(query.data);
  if (!query.data || !sum) {
    return (
      <Page title={t('one')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const { calls } = query.data;
  const { from, to } = who(query.data);
  return (
    <Page
      title={`${from} → ${to}`}
      back={back}
      state={<StateBadge signal={sum.result === 'ANSWERED' ? 'live' : 'quiet'}>{t(ended(sum))}</StateBadge>}
      about={
        <>
          <When at={calls[0]?.started ?? ''} dated seconds /> {talked(sum, i18n.language)}
        </>
      }
    >
      <Stack gap="xl">
        {calls.map((call) => (
          <One key={call.id} portal={portal} call={call} alone={calls.length === 1} />
        ))}
      </Stack>
    </Page>
  );
}

function One({ portal, call, alone }: { portal: string; call: CallRecord; alone: boolean }) {
  const { t, i18n } = useTranslation('calls');
  const title = `${call.callerName || call.caller || t('withheld')} → ${call.called}`;
  return (
    <section aria-label={title}>
      {alone ? null : (
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            {title}
          </Title>
          <Text c="dimmed">
            <When at={call.started} dated seconds /> {talked(call, i18n.language)}
          </Text>
        </Group>
      )}
      <Tags tags={call.tags} />
      <SimpleGrid mt="md" cols={{ base: 1, md: 2 }}>
        <Paper p="lg">
          <Title order={alone ? 2 : 3} size="h4" mb="md">
            {t('path')}
          </Title>
          <CallPath steps={call.path} started={call.started} />
        </Paper>
        <Stack>
          <Legs call={call} order={alone ? 2 : 3} />
          <Recordings portal={portal} call={call} />
        </Stack>
      </SimpleGrid>
    </section>
  );
}

function Legs({ call, order }: { call: CallRecord; order: 2 | 3 }) {
  const { t, i18n } = useTranslation('calls');
  return (
    <Paper p="lg">
      <Title order={order} size="h4" mb="md">
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
              <Text>{t(call.result === 'RESTART' && leg.status === 503 ? 'result.RESTART' : ending(leg), { status: leg.status })}</Text>
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
