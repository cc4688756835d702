import { Button, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '@/ui/server/types';
import { Panel } from './Panel';
import type { Room, RoomState } from './Room';

const MOST = 20;

/** Deals people out to rooms, one after the other; hosts stay where they are. */
export function dealt(people: Participant[], rooms: number): Record<string, number> {
  return Object.fromEntries(people.filter((one) => !one.host).map((one, i) => [one.id, i % rooms]));
}

/** Breakout rooms: the host makes them, says who goes where and calls everybody back. */
export function BreakoutsPanel({ room, state, close }: { room: Room; state: RoomState; close: () => void }) {
  const { t } = useTranslation('room');
  const halls = Object.entries(state.life.facts.halls);
  return (
    <Panel title={t('breakouts')} close={close}>
      {halls.length === 0 ? <Make room={room} state={state} /> : <Running room={room} state={state} halls={halls} />}
      <Text size="xs" c="dimmed">
        {t('breakouts.help')}
      </Text>
    </Panel>
  );
}

function Make({ room, state }: { room: Room; state: RoomState }) {
  const { t } = useTranslation('room');
  const [number, setNumber] = useState(2);
  const [people, setPeople] = useState<Record<string, number>>({});
  const names = Array.from({ length: number }, (_, i) => t('breakout.name', { number: i + 1 }));
  const data = [{ value: '', label: t('breakout.main') }, ...names.map((label, i) => ({ value: String(i), label }))];
  const chosen = Object.fromEntries(
    Object.entries(people).filter(([id, place]) => place < number && state.participants.some((one) => one.id === id)),
  );
  return (
    <Stack gap="sm">
      <NumberInput label={t('breakouts.number')} min={1} max={MOST} clampBehavior="strict" allowDecimal={false} value={number} onChange={(value) => setNumber(Number(value) || 1)} />
      <Button variant="default" size="xs" onClick={() => setPeople(dealt(state.participants, number))}>
        {t('breakouts.deal')}
      </Button>
      {state.participants.map((one) => (
        <Select
          key={one.id}
          label={one.name}
          data={data}
          allowDeselect={false}
          value={chosen[one.id] === undefined ? '' : String(chosen[one.id])}
          onChange={(value) => setPeople(({ [one.id]: _, ...rest }) => (value ? { ...rest, [one.id]: Number(value) } : rest))}
        />
      ))}
      <Button onClick={() => room.act({ do: 'open-breakouts', rooms: names, people: chosen })}>{t('breakouts.open')}</Button>
    </Stack>
  );
}

function Running({ room, state, halls }: { room: Room; state: RoomState; halls: [string, string][] }) {
  const { t } = useTranslation('room');
  const data = [{ value: '', label: t('breakout.main') }, ...halls.map(([value, label]) => ({ value, label }))];
  return (
    <Stack gap="sm">
      {state.participants.map((one) => (
        <Select
          key={one.id}
          label={one.name}
          data={data}
          allowDeselect={false}
          value={state.life.facts.places[one.id] ?? ''}
          onChange={(hall) => room.act({ do: 'move', participant: one.id, hall: hall ?? '' })}
        />
      ))}
      <Button color="red" variant="light" onClick={() => room.act({ do: 'close-breakouts' })}>
        {t('breakouts.close')}
      </Button>
    </Stack>
  );
}
