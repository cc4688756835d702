import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsed } from './elapsed';
import classes from './Phone.module.css';
import type { PhoneCall, PhoneCalls } from './PhoneCalls';
import { Supervising } from './Supervising';
import { Talking } from './Talking';
import { type OwnCall, peer, stateOf, supervision, titleOf } from './ownCall';
import { useCaller } from './useCaller';
import { useNames } from './useNames';

interface CallCardProps {
  calls: PhoneCalls;
  call: PhoneCall;
  own: OwnCall | undefined;
  /** Whether others wait meanwhile. */
  beside: boolean;
  /** What is written to and fro. */
  texts: ReactNode;
  /** Hears the way to a place that the call was parked at. */
  parking: (call: string) => void;
}

/** The call that goes on, and what can be done with it. */
export function CallCard({ calls, call, own, beside, texts, parking }: CallCardProps) {
  const { t } = useTranslation('phone');
  const ringing = call.incoming && !call.talking;
  const { name: told, number } = peer(call, own);
  const names = useNames();
  const known = useCaller(call, number);
  const name = told || names(number) || known.contact || known.record?.name || '';
  const title = titleOf(call, own);
  return (
    <Stack gap="sm" className={classes.card}>
      <div role={ringing ? 'alert' : 'status'}>
        <Text size="sm" c="dimmed">
          {t(stateOf(call, own))}
        </Text>
        <Title order={2} size="h4">
          {title ? t(title, { who: name || number }) : name || number || t('withheld')}
        </Title>
        {name ? (
          <Text size="sm" className="tabular">
            {number}
          </Text>
        ) : null}
        {known.record?.company ? <Text size="sm">{known.record.company}</Text> : null}
        {known.record?.url ? (
          <Anchor size="sm" href={known.record.url} target="_blank" rel="noopener noreferrer">
            {t('record.see', { name: known.record.name })}
          </Anchor>
        ) : null}
        {known.unknown ? (
          <Anchor size="sm" renderRoot={(props) => <Link to="/contacts/$id" params={{ id: 'new' }} search={{ phone: number }} {...props} />}>
            {t('contact.add')}
          </Anchor>
        ) : null}
        {call.away ? (
          <Text size="sm" c="red.8">
            {t('away')}
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
          {supervision(own) === 'heard' ? <Supervising muted={call.muted} mute={(on) => calls.mute(on)} press={(key) => calls.press(key)} /> : null}
          {call.announced === 'page' || supervision(own) ? null : (
            <Talking calls={calls} call={call} live={own?.live} beside={beside} texts={texts} parking={parking} />
          )}
        </>
      ) : null}
      <Group gap="xs" grow className={classes.end}>
        {ringing ? (
          <Button color="green.8" leftSection={<IconPhone size={18} aria-hidden />} onClick={() => void calls.answer()} data-autofocus>
            {t('answer')}
          </Button>
        ) : null}
        <Button color="red.8" leftSection={<IconPhoneOff size={18} aria-hidden />} onClick={() => calls.hangUp()}>
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
