import { ActionIcon, Button, Indicator, Menu, Tooltip } from '@mantine/core';
import { useClipboard, useMediaQuery } from '@mantine/hooks';
import {
  IconActivity,
  IconAdjustments,
  IconChartBar,
  IconCheck,
  IconDotsVertical,
  IconDoorExit,
  IconHandOff,
  IconHandStop,
  IconKeyboard,
  IconLayoutBoardSplit,
  IconLayoutGrid,
  IconLink,
  IconMessageCircle,
  IconMoodSmile,
  IconPictureInPicture,
  IconPlayerRecord,
  IconPlayerStop,
  IconScreenShare,
  IconScreenShareOff,
  IconStethoscope,
  IconUserScreen,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhoneHandle } from '@/ui/phoneHandle';
import { DeviceToggle } from './DeviceToggle';
import { REACTIONS } from './facts';
import type { PanelName } from './Panel';
import { SIGNS } from './reactions';
import classes from './RoomView.module.css';
import { SelfView } from './SelfView';
import type { Devices } from './useDevices';
import type { RoomControls } from './useRoom';
import type { Share } from './useShare';

interface ControlsProps {
  controls: RoomControls;
  devices: Devices;
  me: string;
  link: string | undefined;
  host: boolean;
  panel: PanelName | undefined;
  show: (panel: PanelName) => void;
  unread: boolean;
  share: Share;
  mayShare: boolean;
  hand: { raised: boolean; toggle: () => void };
  grid: { on: boolean; toggle: () => void };
  pictureInPicture: (() => void) | undefined;
  showKeys: () => void;
  showFigures: () => void;
  showDevices: () => void;
  showDoctor: () => void;
  /** There where a host may record. */
  record: (() => void) | undefined;
  end: (() => void) | undefined;
}

/** The one bar: the own picture, the switches, and leaving, red and alone. What a phone has no room for is in the menu. */
export function Controls(props: ControlsProps) {
  const { controls, devices, me, link, host, panel, show, unread, share, mayShare, hand, end } = props;
  const { t } = useTranslation(['meetings', 'room']);
  const narrow = useMediaQuery('(max-width: 56em)');
  const phone = usePhoneHandle();
  const { state, room } = controls;
  const waiting = state.life.facts.waiting.length;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('controls')}>
      <SelfView track={devices.video} name={me} />
      <div className={classes.middle}>
        <DeviceToggle kind="audio" on={controls.audioOn} toggle={controls.toggleAudio} />
        <DeviceToggle kind="video" on={controls.videoOn} toggle={controls.toggleVideo} />
        {narrow ? null : (
          <>
            {share.possible && mayShare ? (
              <BarButton
                icon={state.sharing ? IconScreenShareOff : IconScreenShare}
                label={state.sharing ? t('room:share.stop') : t('room:share')}
                on={state.sharing}
                press={share.toggle}
              />
            ) : null}
            <BarButton icon={hand.raised ? IconHandOff : IconHandStop} label={hand.raised ? t('room:hand.lower') : t('room:hand.raise')} on={hand.raised} press={hand.toggle} />
            <Menu position="top" width="auto">
              <Menu.Target>
                <ActionIcon variant="default" radius="xl" size={48} aria-label={t('room:react')}>
                  <IconMoodSmile size={22} stroke={1.7} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Signs react={(reaction) => room.act({ do: 'react', reaction })} />
              </Menu.Dropdown>
            </Menu>
          </>
        )}
        <BarButton icon={IconMessageCircle} label={unread ? t('room:chat.unread') : t('room:chat')} press={() => show('chat')} expanded={panel === 'chat'} dot={unread} />
        <Tooltip label={t('people')}>
          <ActionIcon
            variant="default"
            radius="xl"
            size={48}
            className={classes.counted}
            style={{ overflow: 'visible' }}
            onClick={() => show('people')}
            aria-expanded={panel === 'people'}
            aria-label={
              waiting > 0 ? t('room:people.waiting', { here: state.participants.length, waiting }) : t('people.show', { count: state.participants.length })
            }
          >
            <IconUsers size={22} stroke={1.7} />
            <span className={classes.count} data-waiting={waiting > 0 || undefined} aria-hidden>
              {waiting > 0 ? `+${waiting}` : state.participants.length}
            </span>
          </ActionIcon>
        </Tooltip>
        {phone && !narrow ? <BarButton icon={phone.icon} label={phone.label} press={phone.toggle} expanded={phone.shown} dot={phone.news} /> : null}
        {link && !narrow ? <CopyLink link={link} /> : null}
        <More {...props} narrow={narrow ?? false} host={host} />
      </div>
      <div className={classes.end}>
        <Leave leave={controls.leave} end={end} />
      </div>
    </div>
  );
}

interface BarButtonProps {
  icon: ComponentType<{ size: number; stroke: number }>;
  label: string;
  press: () => void;
  on?: boolean;
  expanded?: boolean;
  dot?: boolean;
}

function BarButton({ icon: Icon, label, press, on, expanded, dot }: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={on ? 'filled' : 'default'}
        radius="xl"
        size={48}
        style={{ overflow: 'visible' }}
        onClick={press}
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      >
        <Indicator disabled={!dot} color="red" size={10} offset={-2}>
          <Icon size={22} stroke={1.7} />
        </Indicator>
      </ActionIcon>
    </Tooltip>
  );
}

function Signs({ react }: { react: (reaction: (typeof REACTIONS)[number]) => void }): ReactNode {
  const { t } = useTranslation('room');
  return (
    <div className={classes.signs}>
      {REACTIONS.map((reaction) => (
        <Menu.Item key={reaction} className={classes.sign} aria-label={t(`sign.${reaction}`)} onClick={() => react(reaction)}>
          <span aria-hidden>{SIGNS[reaction]}</span>
        </Menu.Item>
      ))}
    </div>
  );
}

function More(props: ControlsProps & { narrow: boolean }) {
  const { t } = useTranslation(['meetings', 'room']);
  const { narrow, controls, share, mayShare, hand, grid, pictureInPicture, show, host, record, showKeys, showFigures, showDevices, showDoctor, link } = props;
  const { room, state } = controls;
  const clipboard = useClipboard();
  const phone = usePhoneHandle();
  return (
    <Menu position="top-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" radius="xl" size={48} aria-label={t('room:more')}>
          <IconDotsVertical size={22} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {narrow ? (
          <>
            <Signs react={(reaction) => room.act({ do: 'react', reaction })} />
            <Menu.Item leftSection={hand.raised ? <IconHandOff size={18} /> : <IconHandStop size={18} />} onClick={hand.toggle}>
              {hand.raised ? t('room:hand.lower') : t('room:hand.raise')}
            </Menu.Item>
            {share.possible && mayShare ? (
              <Menu.Item leftSection={<IconScreenShare size={18} />} onClick={share.toggle}>
                {state.sharing ? t('room:share.stop') : t('room:share')}
              </Menu.Item>
            ) : null}
            {phone ? (
              <Menu.Item leftSection={<phone.icon size={18} stroke={1.7} />} onClick={phone.toggle}>
                {phone.label}
              </Menu.Item>
            ) : null}
            {link ? (
              <Menu.Item leftSection={<IconLink size={18} />} onClick={() => clipboard.copy(link)}>
                {t('link.copy')}
              </Menu.Item>
            ) : null}
          </>
        ) : null}
        <Menu.Item leftSection={grid.on ? <IconUserScreen size={18} /> : <IconLayoutGrid size={18} />} onClick={grid.toggle}>
          {grid.on ? t('room:view.speaker') : t('room:view.grid')}
        </Menu.Item>
        {pictureInPicture ? (
          <Menu.Item leftSection={<IconPictureInPicture size={18} />} onClick={pictureInPicture}>
            {t('room:pip')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconChartBar size={18} />} onClick={() => show('polls')}>
          {t('room:polls')}
        </Menu.Item>
        {state.life.recording.since ? (
          host ? (
            <Menu.Item leftSection={<IconPlayerStop size={18} />} onClick={() => room.act({ do: 'stop-recording' })}>
              {t('room:record.stop')}
            </Menu.Item>
          ) : null
        ) : record ? (
          <Menu.Item leftSection={<IconPlayerRecord size={18} />} onClick={record}>
            {t('room:record')}
          </Menu.Item>
        ) : null}
        {host ? (
          <Menu.Item leftSection={<IconLayoutBoardSplit size={18} />} onClick={() => show('breakouts')}>
            {t('room:breakouts')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconAdjustments size={18} />} onClick={showDevices}>
          {t('room:devices')}
        </Menu.Item>
        <Menu.Item leftSection={<IconStethoscope size={18} />} onClick={showDoctor}>
          {t('room:doctor')}
        </Menu.Item>
        <Menu.Item leftSection={<IconActivity size={18} />} onClick={showFigures}>
          {t('room:figures')}
        </Menu.Item>
        {narrow ? null : (
          <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={showKeys}>
            {t('room:shortcuts')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
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
