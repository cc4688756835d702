import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/ui/Logo';
import { DeviceChoice } from './DeviceChoice';
import { DoctorBefore } from './DoctorBefore';
import { DeviceToggle } from './DeviceToggle';
import classes from './PreJoin.module.css';
import { SelfView } from './SelfView';
import type { Devices } from './useDevices';

interface PreJoinProps {
  portal: string;
  portalName: string;
  title: string;
  /** Asked of guests alone. */
  guest?: { name: string; pin: boolean; nameRefused: boolean };
  me: string;
  devices: Devices;
  problem?: ReactNode;
  joining: boolean;
  join: (name: string, pin?: string) => void;
}

/** One decision before a meeting: camera and microphone on or off. */
export function PreJoin({ portal, portalName, title, guest, me, devices, problem, joining, join }: PreJoinProps) {
  const { t } = useTranslation('meetings');
  const [name, setName] = useState(guest?.name ?? '');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [pinFirst] = useState(guest?.pin);
  const trouble = devices.problem.video ?? devices.problem.audio;
  return (
    <main className={classes.prejoin}>
      <header className={classes.brand}>
        <Logo name={portalName} />
      </header>
      <div className={classes.preview}>
        <SelfView track={devices.video} name={name || me} large waiting={devices.asking} />
        <div className={classes.toggles}>
          <DeviceToggle kind="audio" on={devices.audio !== undefined} toggle={() => void devices.setAudio(!devices.audio)} />
          <DeviceToggle kind="video" on={devices.video !== undefined} toggle={() => void devices.setVideo(!devices.video)} />
        </div>
      </div>
      <form
        className={classes.side}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!guest || (name.trim() !== '' && (!guest.pin || pin.trim() !== ''))) {
            setRefused(name);
            join(name.trim(), pin.trim() || undefined);
          }
        }}
      >
        <Stack>
          <Title order={1}>{title}</Title>
          {problem}
          {guest ? (
            <TextInput
              label={t('prejoin.name')}
              description={t('prejoin.name.help')}
              size="md"
              value={name}
              maxLength={64}
              autoComplete="name"
              autoFocus
              error={
                tried && name.trim() === ''
                  ? t('prejoin.name.missing')
                  : guest.nameRefused && refused === name
                    ? t('prejoin.name.invalid')
                    : undefined
              }
              onChange={(event) => setName(event.currentTarget.value)}
            />
          ) : (
            <Text c="dimmed">{t('prejoin.as', { name: me })}</Text>
          )}
          {guest?.pin ? (
            <TextInput
              label={t('prejoin.pin')}
              description={t('prejoin.pin.help')}
              size="md"
              value={pin}
              maxLength={10}
              inputMode="numeric"
              autoComplete="off"
              autoFocus={!pinFirst}
              error={tried && pin.trim() === '' ? t('prejoin.pin.missing') : undefined}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
          ) : null}
          {/* Above all that comes while devices and ways are looked for, so that it stays where a finger is about to press. */}
          <Button type="submit" size="md" loading={joining} disabled={devices.asking}>
            {t('prejoin.join')}
          </Button>
          <Text size="xs" c="dimmed" aria-live="polite">
            {devices.asking
              ? t('prejoin.looking')
              : t(`prejoin.with.${devices.audio ? (devices.video ? 'both' : 'audio') : devices.video ? 'video' : 'none'}`)}
          </Text>
          {devices.asking ? (
            <Button variant="subtle" size="xs" onClick={devices.giveUp}>
              {t('prejoin.without')}
            </Button>
          ) : null}
          {trouble ? (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} />}>
              {t(`device.${devices.problem.audio ? (devices.problem.video ? 'both' : 'audio') : 'video'}.${trouble}`)}
            </Alert>
          ) : null}
          <DeviceChoice devices={devices} />
          <DoctorBefore portal={portal} />
        </Stack>
      </form>
    </main>
  );
}
