import { Alert, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callWaiting, callWaits, chosen, choose, type DeviceRole, devices, popsUp, popUp } from './devices';
import type { PhoneCalls } from './PhoneCalls';
import { microphone, release, type Trouble } from './trouble';

const ROLES: DeviceRole[] = ['microphone', 'speaker', 'ringer'];

type Known = Record<DeviceRole, { id: string; name: string }[]>;

/** What is spoken into, heard by and rung by; kept in this browser. */
export function DeviceForm({ calls }: { calls: PhoneCalls }) {
  const { t } = useTranslation('phone');
  const { known, trouble } = useKnown();
  const [used, setUsed] = useState(() => Object.fromEntries(ROLES.map((role) => [role, chosen(role)])) as Record<DeviceRole, string>);
  const [opens, setOpens] = useState(popsUp);
  const [waits, setWaits] = useState(callWaits);
  const roles = 'setSinkId' in HTMLMediaElement.prototype ? ROLES : ROLES.slice(0, 1);
  return (
    <Stack gap="xs">
      {trouble ? (
        <Alert color="red" variant="light" role="alert">
          {t(`trouble.${trouble}`)}
        </Alert>
      ) : null}
      {roles.map((role) => (
        <NativeSelect
          key={role}
          label={t(`device.${role}`)}
          value={used[role]}
          data={[{ value: '', label: t('device.usual') }, ...(known?.[role] ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => {
            const id = event.currentTarget.value;
            choose(role, id);
            setUsed((before) => ({ ...before, [role]: id }));
            void calls.devicesChanged();
          }}
        />
      ))}
      <Checkbox
        mt="xs"
        label={t('waiting.on')}
        checked={waits}
        onChange={(event) => {
          callWaiting(event.currentTarget.checked);
          setWaits(event.currentTarget.checked);
        }}
      />
      <Checkbox
        label={t('record.open')}
        checked={opens}
        onChange={(event) => {
          popUp(event.currentTarget.checked);
          setOpens(event.currentTarget.checked);
        }}
      />
    </Stack>
  );
}

/** The devices by name, which a browser tells to who may use the microphone. */
function useKnown(): { known?: Known | undefined; trouble?: Trouble | undefined } {
  const [known, setKnown] = useState<Known>();
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    let away = false;
    const look = async () => {
      const lists = await Promise.all(ROLES.map(devices));
      if (!away) {
        setKnown(Object.fromEntries(ROLES.map((role, index) => [role, lists[index]])) as Known);
      }
    };
    const changed = () => void look();
    microphone()
      .then(release)
      .then(look)
      .catch((error: unknown) => setTrouble(typeof error === 'string' ? (error as Trouble) : 'microphone'));
    navigator.mediaDevices?.addEventListener('devicechange', changed);
    return () => {
      away = true;
      navigator.mediaDevices?.removeEventListener('devicechange', changed);
    };
  }, []);
  return { known, trouble };
}
