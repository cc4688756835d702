import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsed } from './elapsed';
import type { PhoneCall, PhoneLine } from './PhoneLine';
import { Talking } from './Talking';
import { type OwnCall, peer } from './ownCall';

interface CallCardProps {
  line: PhoneLine;
  call: PhoneCall;
  own: OwnCall | undefined;
  waiting: PhoneCall | undefined;
  /** Hears the way to a place that the call was parked at. */
  parking: (call: string) => void;
}

function stateOf(call: PhoneCall, own: OwnCall | undefined) {
  if (call.held) {
    return 'state.held';
  }
  if (call.talking) {
    return own && own.others.length > 0 && own.others.every(({ state }) => state === 'HOLDING') ? 'state.held-there' : 'state.talking';
  }
  return call.incoming ? 'state.incoming' : 'state.calling';
}

/** The call that goes on, and what can be done with it. */
export function CallCard({ line, call, own, waiting, parking }: CallCardProps) {
  const { t } = useTranslation('phone');
  const ringing = call.incoming && !call.talking;
  const { name, number } = peer(call, own);
  return (
    <Stack gap="sm">
      {waiting ? (
        <Text size="sm" c="dimmed">
          {t('waiting', { who: waiting.name || waiting.number || t('withheld') })}
        </Text>
      ) : null}
      <div role={ringing ? 'alert' : 'status'}>
        <Text size="sm" c="dimmed">
          {t(stateOf(call, own))}
        </Text>
        <Title order={2} size="h4">
          {name || number || t('withheld')}
        </Title>
        {name ? (
          <Text size="sm" className="tabular">
            {number}
          </Text>
        ) : null}
        {own?.live.recorded ? (
          <Text size="sm" c="red.8">
            {t('recorded')}
          </Text>
        ) : null}
      </div>
      {call.talking ? (
        <>
          <Elapsed since={call.since} />
          <Talking line={line} call={call} live={own?.live} waiting={waiting} parking={parking} />
        </>
      ) : null}
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
