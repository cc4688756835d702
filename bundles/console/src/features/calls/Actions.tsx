import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useRights, useSession } from '@/ui/server/session';
import type { LiveCall } from '@/ui/server/types';

/** What one may do with a call that goes on. */
export function Actions({ portal, call }: { portal: string; call: LiveCall }) {
  const { t } = useTranslation('calls');
  const may = useRights();
  const own = useSession().person?.id;
  const act = useAct(portal, call.id);
  const mine = call.parties.find((party) => party.person === own);
  const waits = call.state === 'RINGING' || call.state === 'PARKED';
  const talks = call.state === 'TALKING' || call.state === 'HELD';
  // Who is in a conference is not watched: one calls the room.
  const watchable = !mine && talks && call.at?.kind !== 'conference';
  return (
    <Group gap="xs">
      {mine || may('OPERATE_CALLS') ? <Act name={t('hang-up')} run={() => act('hang-up')} /> : null}
      {mine && talks ? (
        <Act name={mine.state === 'HOLDING' ? t('resume') : t('hold')} run={() => act('hold', { on: mine.state !== 'HOLDING' })} />
      ) : null}
      {!mine && waits && may(call.state === 'PARKED' ? 'PARK' : 'OPERATE_CALLS') ? <Act name={t('pick-up')} run={() => act('pick-up')} /> : null}
      {watchable && may('LISTEN_IN') ? <Act name={t('listen')} run={() => act('listen')} /> : null}
      {watchable && may('WHISPER')
        ? call.parties
            .filter(({ person, role }) => person && (role === 'CALLER' || role === 'CALLED'))
            .map(({ leg, name, number }) => <Act key={leg} name={t('whisper', { name: name || number })} run={() => act('whisper', { leg })} />)
        : null}
      {watchable && may('BARGE_IN') ? <Act name={t('barge-in')} run={() => act('barge-in')} /> : null}
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

type Verb = 'hang-up' | 'hold' | 'pick-up' | 'listen' | 'barge-in' | 'whisper';

function useAct(portal: string, call: string) {
  const { t } = useTranslation();
  return (verb: Verb, body: { on?: boolean; leg?: string } = {}) => {
    const params = { path: { portal, call } };
    const sent: Promise<unknown> =
      verb === 'hold'
        ? client.POST('/portals/{portal}/calls/{call}/hold', { params, body: { on: body.on ?? true } })
        : verb === 'whisper'
          ? client.POST('/portals/{portal}/calls/{call}/whisper', { params, body: { leg: body.leg ?? '' } })
          : client.POST(`/portals/{portal}/calls/{call}/${verb}`, { params });
    void sent.catch((error: unknown) => {
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    });
  };
}
