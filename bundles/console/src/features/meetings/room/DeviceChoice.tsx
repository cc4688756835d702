import { Modal, Select, Stack, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMeter } from './LevelMeter';
import type { DeviceKind, Devices } from './useDevices';

const KINDS: Record<DeviceKind, MediaDeviceKind> = { audio: 'audioinput', video: 'videoinput', speaker: 'audiooutput' };

/** Which microphone, camera and speaker, where there is more than one; the level of the microphone. */
export function DeviceChoice({ devices }: { devices: Devices }) {
  const { t } = useTranslation('room');
  return (
    <Stack gap="sm">
      {(['audio', 'video', 'speaker'] as const).map((kind) => {
        const found = devices.all.filter((one) => one.kind === KINDS[kind] && one.deviceId !== '' && one.deviceId !== 'default');
        const data = [
          { value: '', label: t('device.usual') },
          ...found.map((one, i) => ({ value: one.deviceId, label: one.label || t('device.number', { number: i + 1 }) })),
        ];
        return found.length > 1 ? (
          <Select
            key={kind}
            label={t(`device.${kind}`)}
            allowDeselect={false}
            data={data}
            value={data.some((one) => one.value === devices.chosen[kind]) ? devices.chosen[kind] : ''}
            onChange={(id) => devices.choose(kind, id ?? '')}
          />
        ) : null;
      })}
      {devices.audio ? <LevelMeter track={devices.audio} /> : null}
      {devices.video ? <Blur track={devices.video} /> : null}
    </Stack>
  );
}

type Blurring = MediaTrackCapabilities & MediaTrackSettings & { backgroundBlur?: boolean | boolean[] };

/** A blurred background where the browser or the system can do it; elsewhere it is not offered. */
function Blur({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('room');
  const [on, setOn] = useState(false);
  const can = (track.getCapabilities?.() as Blurring | undefined)?.backgroundBlur;
  useEffect(() => setOn((track.getSettings?.() as Blurring | undefined)?.backgroundBlur === true), [track]);
  if (!Array.isArray(can) || !can.includes(true)) {
    return null;
  }
  return (
    <Switch
      label={t('blur')}
      checked={on}
      onChange={(event) => {
        const wanted = event.currentTarget.checked;
        // Refused where the system has switched it on or off for all: the switch then stays as it is.
        track.applyConstraints({ backgroundBlur: wanted } as MediaTrackConstraints).then(
          () => setOn(wanted),
          () => {},
        );
      }}
    />
  );
}

export function DevicesWindow({ devices, opened, close }: { devices: Devices; opened: boolean; close: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Modal opened={opened} onClose={close} title={t('devices')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <DeviceChoice devices={devices} />
    </Modal>
  );
}
