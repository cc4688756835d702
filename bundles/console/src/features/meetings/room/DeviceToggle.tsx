import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './DeviceToggle.module.css';

const ICONS = {
  audio: { on: IconMicrophone, off: IconMicrophoneOff },
  video: { on: IconVideo, off: IconVideoOff },
};

/** A switch for the own microphone or camera; the word and the struck icon say its state. */
export function DeviceToggle({ kind, on, toggle }: { kind: 'audio' | 'video'; on: boolean; toggle: () => void }) {
  const { t } = useTranslation('meetings');
  const Icon = ICONS[kind][on ? 'on' : 'off'];
  const label = t(`toggle.${kind}.${on ? 'off' : 'on'}`);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        radius="xl"
        size={48}
        className={classes.toggle}
        data-off={!on || undefined}
        onClick={toggle}
        aria-label={label}
        aria-pressed={!on}
      >
        <Icon size={22} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
