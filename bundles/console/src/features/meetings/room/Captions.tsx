import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomState } from './Room';
import classes from './RoomView.module.css';

const SECONDS = 8;

/** What is said, to read; there as long as something comes, and until somebody closes it. */
export function Captions({ state }: { state: RoomState }) {
  const { t } = useTranslation('room');
  const [closed, setClosed] = useState(false);
  const [old, setOld] = useState(false);
  const { captions } = state.life;
  useEffect(() => {
    setOld(false);
    const timer = setTimeout(() => setOld(true), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [captions]);
  if (closed || old || captions.length === 0) {
    return null;
  }
  return (
    <div className={classes.captions} role="region" aria-label={t('captions')}>
      <div>
        {captions.map((one, i) => (
          <p key={i}>
            <b>{state.participants.find((other) => other.id === one.participant)?.name}</b> {one.text}
          </p>
        ))}
      </div>
      <ActionIcon variant="subtle" color="gray" onClick={() => setClosed(true)} aria-label={t('captions.close')}>
        <IconX size={18} />
      </ActionIcon>
    </div>
  );
}
