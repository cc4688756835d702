import { Button, Group, Modal, Text } from '@mantine/core';
import { IconCircleDashed, IconPlayerRecordFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';

const CUTS = ['quota', 'disk', 'lost'];

/** Seen as long as the meeting is recorded: whether oneself is, and how to change that. */
export function RecordingNote({ state, room }: { state: RoomState; room: Room }) {
  const { t } = useTranslation('room');
  const { since, agreed } = state.life.recording;
  if (!since) {
    return null;
  }
  return (
    <div className={classes.note} data-recording>
      <IconPlayerRecordFilled size={16} className={classes.recording} aria-hidden />
      <Text size="sm">
        {t('record.on')}
        <span className={classes.mine}> · {t(agreed ? 'record.mine' : 'record.notMine')}</span>
      </Text>
      {agreed === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={() => room.act({ do: 'consent', agree: !agreed })}>
          {t(agreed ? 'record.withdraw' : 'record.agree')}
        </Button>
      )}
    </div>
  );
}

/** Everybody is asked once; who has answered changes their mind by the note. */
export function ConsentWindow({ state, room }: { state: RoomState; room: Room }) {
  const { t } = useTranslation('room');
  const { since, agreed } = state.life.recording;
  const answer = (agree: boolean) => room.act({ do: 'consent', agree });
  return (
    <Modal
      opened={state.phase === 'in' && since !== undefined && agreed === undefined}
      onClose={() => answer(false)}
      withCloseButton={false}
      closeOnClickOutside={false}
      title={t('record.ask')}
    >
      {/* Not on a button: nobody agrees by a key that was meant for what they were writing. */}
      <Text data-autofocus tabIndex={-1} className={classes.asked}>
        {t('record.ask.text')}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)}>
          {t('record.decline')}
        </Button>
        <Button onClick={() => answer(true)}>
          {t('record.agree')}
        </Button>
      </Group>
    </Modal>
  );
}

/** What recording means, before it begins. */
export function BeginRecording({ opened, close, begin }: { opened: boolean; close: () => void; begin: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Modal opened={opened} onClose={close} withCloseButton={false} title={t('record')}>
      <Text>{t('record.start.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t('record.cancel')}
        </Button>
        <Button
          data-autofocus
          color="red"
          onClick={() => {
            begin();
            close();
          }}
        >
          {t('record.begin')}
        </Button>
      </Group>
    </Modal>
  );
}

/** Says, once, why a recording ended that nobody ended. */
export function useCutNotice(state: RoomState, say: (text: string) => void): void {
  const { t } = useTranslation('room');
  const { why } = state.life.recording;
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (why !== said.current) {
      said.current = why;
      if (why && CUTS.includes(why)) {
        say(t(`record.ended.${why}`));
      }
    }
  }, [why, t, say]);
}

/** Whether somebody is recorded: a mark of its own shape with its name. */
export function RecordedMark({ on }: { on: boolean }) {
  const { t } = useTranslation('room');
  return on ? (
    <IconPlayerRecordFilled size={18} className={classes.recording} role="img" aria-label={t('record.recorded')} />
  ) : (
    <IconCircleDashed size={18} role="img" aria-label={t('record.unrecorded')} />
  );
}
