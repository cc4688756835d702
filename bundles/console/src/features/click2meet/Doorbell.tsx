import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell, IconBellOff, IconVideo } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import classes from './Doorbell.module.css';
import { type Waiting, useRings } from './useRings';
import { useRingSound } from './useRingSound';

/** Who rings at the own link, on whatever page one is. */
export function Doorbell() {
  const { t } = useTranslation('click2meet');
  const rings = useRings();
  const [sound, setSound] = useRingSound(rings.length > 0);
  if (rings.length === 0) {
    return null;
  }
  return (
    <section className={classes.doorbell} aria-label={t('rings')}>
      {rings.map((ring, i) => (
        <Ring key={ring.id} ring={ring} sound={i === 0 ? <SoundSwitch on={sound} turn={setSound} /> : null} />
      ))}
    </section>
  );
}

function SoundSwitch({ on, turn }: { on: boolean; turn: (on: boolean) => void }) {
  const { t } = useTranslation('click2meet');
  const label = t(on ? 'sound.off' : 'sound.on');
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => turn(!on)}>
        {on ? <IconBell size={18} /> : <IconBellOff size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}

function Ring({ ring, sound }: { ring: Waiting; sound: React.ReactNode }) {
  const { t } = useTranslation(['click2meet', 'problems']);
  const portal = usePortal();
  const navigate = useNavigate();
  const inRoom = useRouterState({ select: (state) => /^\/meetings\/./.test(state.location.pathname) });
  const [busy, setBusy] = useState<'answer' | 'decline'>();
  const [message, setMessage] = useState<string>();
  const params = { path: { portal: portal.id, ring: ring.id } };

  async function act(what: 'answer' | 'decline', work: () => Promise<unknown>) {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    } finally {
      setBusy(undefined);
    }
  }

  const answer = () =>
    act('answer', async () => {
      const { data } = await client.POST('/portals/{portal}/rings/{ring}/answer', { params });
      await navigate({ to: '/meetings/$id', params: { id: data!.meeting } });
    });
  const decline = () =>
    act('decline', () =>
      client.POST('/portals/{portal}/rings/{ring}/decline', { params, body: message?.trim() ? { message: message.trim() } : {} }),
    );

  return (
    <Paper p="md" shadow="md" withBorder className={classes.ring}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div role="alert">
            <Title order={2} size="h4">
              {t('rings.who', { name: ring.name })}
            </Title>
            <Text size="sm" c="dimmed">
              {ring.about ?? t('rings.no-words')}
            </Text>
          </div>
          {sound}
        </Group>
        {inRoom ? <Text size="sm">{t('rings.leaves')}</Text> : null}
        {message === undefined ? null : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void decline();
            }}
          >
            <TextInput
              label={t('decline.message')}
              maxLength={200}
              autoFocus
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          </form>
        )}
        <Group gap="xs">
          <Button leftSection={<IconVideo size={18} />} loading={busy === 'answer'} disabled={busy === 'decline'} onClick={() => void answer()}>
            {t('answer')}
          </Button>
          <Button variant="default" loading={busy === 'decline'} disabled={busy === 'answer'} onClick={() => void decline()}>
            {t('decline')}
          </Button>
          {message === undefined ? (
            <Button variant="subtle" onClick={() => setMessage('')}>
              {t('decline.why')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}
