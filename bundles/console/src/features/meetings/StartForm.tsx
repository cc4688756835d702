import { Button, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/ui/server/session';
import type { MeetingDraft } from '@/ui/server/types';

const PIN = /^[0-9]{4,10}$/;

/** Starts a meeting; a title is a courtesy, not a duty. */
export function StartForm({ start, starting }: { start: (title?: string, more?: Partial<MeetingDraft>) => void; starting: boolean }) {
  const { t } = useTranslation(['meetings', 'room', 'problems']);
  const { person, portal } = useSession();
  const [title, setTitle] = useState('');
  const [pin, setPin] = useState('');
  const pinField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const wrongPin = pin.trim() !== '' && !PIN.test(pin.trim());
  const [video, setVideo] = useState(portal.meetingDefaults.video);
  const [lobby, setLobby] = useState(portal.meetingDefaults.lobby ?? 'OFF');
  const profiles = ['low', 'standard', 'high', 'hd'].filter((profile) => portal.profiles.includes(profile));
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button leftSection={<IconVideo size={18} />}>{t('start')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('start')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (wrongPin) {
              pinField.current?.focus();
              return;
            }
            start(title, { ...(pin.trim() ? { pin: pin.trim() } : {}), video, lobby });
          }}
        >
          <Stack>
            <TextInput
              label={t('title.one')}
              placeholder={t('ui:meeting.of', { name: person?.name })}
              value={title}
              maxLength={100}
              onChange={(event) => setTitle(event.currentTarget.value)}
              data-autofocus
            />
            {profiles.length > 1 ? (
              <Select
                label={t('quality')}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                data={profiles.map((value) => ({ value, label: t(`profile.${value}`) }))}
                value={video}
                onChange={(value) => value && setVideo(value)}
              />
            ) : null}
            {portal.features.includes('PIN') ? (
              <TextInput
                label={t('pin')}
                description={t('pin.help')}
                value={pin}
                inputMode="numeric"
                ref={pinField}
                error={tried && wrongPin ? t('problems:pin.digits') : undefined}
                maxLength={10}
                autoComplete="off"
                onChange={(event) => setPin(event.currentTarget.value)}
              />
            ) : null}
            <Select
              label={t('room:lobby')}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={(['OFF', 'GUESTS', 'EVERYBODY'] as const).map((value) => ({ value, label: t(`room:lobby.${value}`) }))}
              value={lobby}
              onChange={(value) => setLobby(value as typeof lobby)}
            />
            <Button type="submit" loading={starting}>
              {t('start.now')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
