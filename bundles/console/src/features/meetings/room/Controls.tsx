import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useClipboard, useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconDoorExit, IconLink, IconUsers, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DeviceToggle } from './DeviceToggle';
import classes from './RoomView.module.css';
import { SelfView } from './SelfView';
import type { Devices } from './useDevices';
import type { RoomControls } from './useRoom';

interface ControlsProps {
  controls: RoomControls;
  devices: Devices;
  me: string;
  link: string | undefined;
  people: { shown: boolean; toggle: () => void; count: number };
  end: (() => void) | undefined;
}

/** The one bar: the own picture, the switches, and leaving, red and alone. */
export function Controls({ controls, devices, me, link, people, end }: ControlsProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('controls')}>
      <SelfView track={devices.video} name={me} />
      <div className={classes.middle}>
        <DeviceToggle kind="audio" on={controls.audioOn} toggle={controls.toggleAudio} />
        <DeviceToggle kind="video" on={controls.videoOn} toggle={controls.toggleVideo} />
        <Tooltip label={t('people')}>
          <ActionIcon
            variant="default"
            radius="xl"
            size={48}
            className={classes.counted}
            style={{ overflow: 'visible' }}
            onClick={people.toggle}
            aria-expanded={people.shown}
            aria-label={t('people.show', { count: people.count })}
          >
            <IconUsers size={22} stroke={1.7} />
            <span className={classes.count} aria-hidden>
              {people.count}
            </span>
          </ActionIcon>
        </Tooltip>
        {link ? <CopyLink link={link} /> : null}
      </div>
      <div className={classes.end}>
        <Leave leave={controls.leave} end={end} />
      </div>
    </div>
  );
}

function CopyLink({ link }: { link: string }) {
  const { t } = useTranslation('meetings');
  const clipboard = useClipboard({ timeout: 2000 });
  const label = clipboard.copied ? t('link.copied') : t('link.copy');
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" radius="xl" size={48} onClick={() => clipboard.copy(link)} aria-label={label}>
        {clipboard.copied ? <IconCheck size={22} stroke={1.7} /> : <IconLink size={22} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}

function Leave({ leave, end }: { leave: () => void; end: (() => void) | undefined }) {
  const { t } = useTranslation('meetings');
  const narrow = useMediaQuery('(max-width: 48em)');
  const button = narrow ? (
    <ActionIcon color="red" variant="filled" radius="xl" size={48} aria-label={t('leave')} {...(end ? {} : { onClick: leave })}>
      <IconDoorExit size={22} />
    </ActionIcon>
  ) : (
    <Button color="red" radius="xl" size="md" leftSection={<IconDoorExit size={20} />} {...(end ? {} : { onClick: leave })}>
      {t('leave')}
    </Button>
  );
  if (!end) {
    return button;
  }
  return (
    <Menu position="top-end" width={240}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDoorExit size={18} />} onClick={leave}>
          {t('leave.self')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconX size={18} />} onClick={end}>
          {t('leave.end')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
