import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useRights, useSession } from '@/ui/server/session';
import type { LiveCall } from '@/ui/server/types';
import { type Signal, StateBadge } from '@/ui/StateBadge';
import { problemText } from '@/ui/problemText';
import { CallPath } from './CallPath';

const SIGNALS: Partial<Record<LiveCall['state'], Signal>> = { TALKING: 'live', RINGING: 'waiting', WAITING: 'waiting', PARKED: 'waiting' };

/** One call that goes on: who, what it does, how it came there, and what one may do. */
export function LiveCard({ portal, call }: { portal: string; call: LiveCall }) {
  const { t } = useTranslation('calls');
  const names = call.parties.map((party) => party.name || party.number || t('withheld'));
  return (
    <Paper p="lg" component="section" aria-label={names.join(', ')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{names.length > 1 ? names.join(' · ') : `${names[0] ?? t('withheld')} → ${call.called}`}</Text>
          <StateBadge signal={SIGNALS[call.state] ?? 'quiet'}>
            {t(`state.${call.state}`)}
            {call.place ? ` ${call.place}` : ''}
          </StateBadge>
        </Group>
        <Actions portal={portal} call={call} />
        <CallPath steps={call.path} />
      </Stack>
    </Paper>
  );
}

function Actions({ portal, call }: { portal: string; call: LiveCall }) {
  const { t } = useTranslation('calls');
  const may = useRights();
  const own = useSession().person?.id;
  const act = useAct(portal, call.id);
  const mine = call.parties.find((party) => party.person === own);
  const waits = call.state === 'RINGING' || call.state === 'PARKED';
  const talks = call.state === 'TALKING' || call.state === 'HELD';
  return (
    <Group gap="xs">
      {mine || may('OPERATE_CALLS') ? <Act name={t('hang-up')} run={() => act('hang-up')} /> : null}
      {mine && talks ? (
        <Act name={mine.state === 'HOLDING' ? t('resume') : t('hold')} run={() => act('hold', { on: mine.state !== 'HOLDING' })} />
      ) : null}
      {!mine && waits && may(call.state === 'PARKED' ? 'PARK' : 'OPERATE_CALLS') ? <Act name={t('pick-up')} run={() => act('pick-up')} /> : null}
      {!mine && talks && may('LISTEN_IN') ? <Act name={t('listen')} run={() => act('listen')} /> : null}
      {!mine && talks && may('BARGE_IN') ? <Act name={t('barge-in')} run={() => act('barge-in')} /> : null}
    </Group>
  );
}

function Act({ name, run }: { name: string; run: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={run}>
      {name}
    </Button>
  );
}

type Verb = 'hang-up' | 'hold' | 'pick-up' | 'listen' | 'barge-in';

function useAct(portal: string, call: string) {
  const { t } = useTranslation();
  return (verb: Verb, body?: { on: boolean }) => {
    const params = { path: { portal, call } };
    const sent: Promise<unknown> =
      verb === 'hold'
        ? client.POST('/portals/{portal}/calls/{call}/hold', { params, body: body ?? { on: true } })
        : client.POST(`/portals/{portal}/calls/{call}/${verb}`, { params });
    void sent.catch((error: unknown) => {
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    });
  };
}
