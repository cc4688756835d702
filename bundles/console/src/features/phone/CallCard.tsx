import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconDialpad,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhone,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsed } from './elapsed';
import { Keypad } from './Keypad';
import type { PhoneCall, PhoneLine } from './PhoneLine';

/** The call that goes on, and what can be done with it. */
export function CallCard({ line, call }: { line: PhoneLine; call: PhoneCall }) {
  const { t } = useTranslation('phone');
  const ringing = call.incoming && !call.talking;
  return (
    <Stack gap="sm">
      <div role={ringing ? 'alert' : 'status'}>
        <Text size="sm" c="dimmed">
          {t(call.held ? 'state.held' : call.talking ? 'state.talking' : call.incoming ? 'state.incoming' : 'state.calling')}
        </Text>
        <Title order={2} size="h4">
          {call.name || call.number || t('withheld')}
        </Title>
        {call.name ? (
          <Text size="sm" className="tabular">
            {call.number}
          </Text>
        ) : null}
      </div>
      {call.talking ? <Talking line={line} call={call} /> : null}
      <Group gap="xs" grow>
        {ringing ? (
          <Button color="green.8" leftSection={<IconPhone size={18} aria-hidden />} onClick={() => void line.answer()} data-autofocus>
            {t('answer')}
          </Button>
        ) : null}
        <Button color="red.8" leftSection={<IconPhoneOff size={18} aria-hidden />} onClick={() => line.hangUp()}>
          {t(ringing ? 'decline' : 'hang-up')}
        </Button>
      </Group>
    </Stack>
  );
}

function Talking({ line, call }: { line: PhoneLine; call: PhoneCall }) {
  const { t } = useTranslation('phone');
  const [drawer, setDrawer] = useState<'keypad' | 'transfer'>();
  const turn = (which: 'keypad' | 'transfer') => setDrawer(drawer === which ? undefined : which);
  return (
    <>
      <Elapsed since={call.since} />
      <Group gap="xs" grow preventGrowOverflow={false}>
        <Button
          size="xs"
          variant={call.held ? 'light' : 'default'}
          leftSection={call.held ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
          onClick={() => line.hold(!call.held)}
        >
          {t(call.held ? 'resume' : 'hold')}
        </Button>
        <Button
          size="xs"
          variant={call.muted ? 'light' : 'default'}
          leftSection={call.muted ? <IconMicrophoneOff size={16} aria-hidden /> : <IconMicrophone size={16} aria-hidden />}
          onClick={() => line.mute(!call.muted)}
        >
          {t(call.muted ? 'unmute' : 'mute')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={drawer === 'keypad'}
          leftSection={<IconDialpad size={16} aria-hidden />}
          onClick={() => turn('keypad')}
        >
          {t('keypad')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={drawer === 'transfer'}
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          onClick={() => turn('transfer')}
        >
          {t('transfer')}
        </Button>
      </Group>
      {drawer === 'keypad' ? <Tones press={(key) => line.press(key)} /> : null}
      {drawer === 'transfer' ? <TransferForm transfer={(number) => line.transfer(number)} /> : null}
    </>
  );
}

function Tones({ press }: { press: (key: string) => void }) {
  const { t } = useTranslation('phone');
  const [pressed, setPressed] = useState('');
  return (
    <>
      <Text ta="center" className="tabular" aria-label={t('pressed')} role="status">
        {pressed.slice(-20)}
      </Text>
      <Keypad
        press={(key) => {
          setPressed((before) => before + key);
          press(key);
        }}
      />
    </>
  );
}

function TransferForm({ transfer }: { transfer: (number: string) => void }) {
  const { t } = useTranslation('phone');
  const [number, setNumber] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        transfer(number.trim());
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label={t('transfer.to')}
          inputMode="tel"
          maxLength={64}
          autoFocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button type="submit" disabled={number.trim() === ''}>
          {t('transfer.now')}
        </Button>
      </Group>
    </form>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Text size="sm" className="tabular">
      {elapsed(now - since)}
    </Text>
  );
}
