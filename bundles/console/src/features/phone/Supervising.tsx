import { Group } from '@mantine/core';
import { IconDialpad, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tones, Verb } from './Talking';

interface SupervisingProps {
  muted: boolean;
  mute: (on: boolean) => void;
  press: (key: string) => void;
}

/** What who whispers or barged in does besides hanging up: the call is that of others. */
export function Supervising({ muted, mute, press }: SupervisingProps) {
  const { t } = useTranslation('phone');
  const [keypad, setKeypad] = useState(false);
  return (
    <>
      <Group gap="xs" grow>
        <Verb icon={muted ? IconMicrophoneOff : IconMicrophone} name={t(muted ? 'unmute' : 'mute')} pressed={muted} run={() => mute(!muted)} />
        <Verb icon={IconDialpad} name={t('keypad')} pressed={keypad} expanded={keypad} run={() => setKeypad(!keypad)} />
      </Group>
      {keypad ? <Tones press={press} /> : null}
    </>
  );
}
