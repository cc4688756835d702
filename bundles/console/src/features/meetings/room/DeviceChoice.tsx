import { Modal, Select, Stack, Switch } from '@mantine/core';
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
      {devices.video || devices.blur.state === 'failed' ? <Blur devices={devices} /> : null}
    </Stack>
  );
}

/** A blurred background, by the camera or in this browser. Where neither can, or it broke, the switch says so. */
function Blur({ devices }: { devices: Devices }) {
  const { t } = useTranslation('room');
  const { state, possible } = devices.blur;
  const says = !possible ? t('blur.impossible') : state === 'starting' ? t('blur.starting') : undefined;
  return (
    <Switch
      label={t('blur')}
      checked={state === 'starting' || state === 'on'}
      disabled={!possible}
      {...(says ? { description: says } : {})}
      {...(state === 'failed' ? { error: t('blur.failed') } : {})}
      onChange={(event) => devices.setBlur(event.currentTarget.checked)}
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
