import { Button, CloseButton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordingNote } from './Recording';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';
import type { Notices } from './useNotices';

interface RoomNotesProps {
  room: Room;
  state: RoomState;
  notices: Notices;
  stopSharing: () => void;
  /** There where nothing reaches the media server. */
  examine: (() => void) | undefined;
}

/** What goes on with oneself, with what ends it, and what the room says. */
export function RoomNotes({ room, state, notices, stopSharing, examine }: RoomNotesProps) {
  const { t } = useTranslation(['room', 'ui']);
  const { halls, places } = state.life.facts;
  const hall = halls[places[state.me ?? ''] ?? ''];
  return (
    <div className={classes.notes} role="status">
      {examine ? (
        <Note text={t('doctor.deaf')} bad>
          <Button size="compact-sm" variant="default" onClick={examine}>
            {t('doctor')}
          </Button>
        </Note>
      ) : null}
      {notices.shown.map(({ id, text }) => (
        <Note key={id} text={text} bad>
          <CloseButton size="sm" aria-label={t('ui:close')} onClick={() => notices.drop(id)} />
        </Note>
      ))}
      <RecordingNote state={state} room={room} />
      {hall ? (
        <Note text={t('breakout.in', { room: hall })}>
          <Button size="compact-sm" variant="default" onClick={() => room.act({ do: 'move', hall: '' })}>
            {t('breakout.back')}
          </Button>
        </Note>
      ) : null}
      {state.sharing ? (
        <Note text={t('share.on')}>
          <Button size="compact-sm" color="red" onClick={stopSharing}>
            {t('share.stop')}
          </Button>
        </Note>
      ) : null}
    </div>
  );
}

function Note({ text, bad, children }: { text: string; bad?: boolean; children: ReactNode }) {
  return (
    <div className={classes.note} data-tone={bad ? 'bad' : undefined}>
      <Text size="sm">{text}</Text>
      {children}
    </div>
  );
}
