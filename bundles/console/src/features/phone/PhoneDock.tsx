import { Alert, CloseButton, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconBellOff, IconPlugOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortal, useSession } from '@/ui/server/session';
import { useLiveCalls } from '@/ui/server/useLiveCalls';
import { CallCard } from './CallCard';
import { DeviceForm } from './DeviceForm';
import { DialForm } from './DialForm';
import classes from './Phone.module.css';
import type { Phone } from './PhoneProvider';
import { RecentCalls } from './RecentCalls';
import { ownCall } from './ownCall';
import { BELL, RINGBACK, useRing } from './useRing';

/** The phone at the edge of every page: a keypad to call with, or the call that goes on. */
export default function PhoneDock({ phone }: { phone: Phone }) {
  const { t } = useTranslation('phone');
  const { line, state, setOpen, quiet } = phone;
  const { call, trouble } = state;
  const live = useLiveCalls(usePortal().id);
  const person = useSession().person?.id;
  const [parked, setParked] = useState<string>();
  const place = live.find(({ id, state: now }) => id === parked && now === 'PARKED')?.place;
  useRing(call && !call.talking ? (call.incoming ? BELL : call.rings ? RINGBACK : undefined) : undefined);
  return (
    <Paper
      component="section"
      aria-label={t('phone')}
      className={classes.dock}
      p="md"
      shadow="md"
      withBorder
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !call) {
          setOpen(false);
        }
      }}
    >
      <Stack gap="sm">
        {call ? null : (
          <Group justify="space-between" wrap="nowrap">
            <Title order={2} size="h4">
              {t('phone')}
            </Title>
            <CloseButton aria-label={t('close')} onClick={() => setOpen(false)} />
          </Group>
        )}
        <div role="status">
          {state.line === 'ready' ? null : (
            <Text size="sm" c="dimmed" className={classes.line}>
              <IconPlugOff size={16} aria-hidden /> {t(`line.${state.line}`)}
            </Text>
          )}
          {quiet && !call ? (
            <Text size="sm" c="dimmed" className={classes.line}>
              <IconBellOff size={16} aria-hidden /> {t('quiet.about')}
            </Text>
          ) : null}
          {place && !call ? <Alert variant="light">{t('parked', { place })}</Alert> : null}
        </div>
        {trouble ? (
          <Alert color="red" variant="light" role="alert">
            {t(`trouble.${trouble}`)}
          </Alert>
        ) : null}
        {call ? (
          <CallCard
            key={call.id}
            line={line}
            call={call}
            own={ownCall(live, person, call)}
            waiting={state.waiting}
            parking={(id) => {
              // What becomes of it is told here when the phone is out of it.
              setParked(id);
              setOpen(true);
            }}
          />
        ) : (
          <Idle phone={phone} />
        )}
      </Stack>
    </Paper>
  );
}

function Idle({ phone: { line, state, own } }: { phone: Phone }) {
  const { t } = useTranslation('phone');
  const ready = state.line === 'ready';
  return (
    <Tabs defaultValue="dial" keepMounted={false}>
      <Tabs.List grow mb="sm">
        <Tabs.Tab value="dial">{t('keypad')}</Tabs.Tab>
        <Tabs.Tab value="recent">{t('recent')}</Tabs.Tab>
        <Tabs.Tab value="devices">{t('devices')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="dial">
        <DialForm line={line} ready={ready} />
      </Tabs.Panel>
      <Tabs.Panel value="recent">
        <RecentCalls line={line} ready={ready} own={own} />
      </Tabs.Panel>
      <Tabs.Panel value="devices">
        <DeviceForm line={line} />
      </Tabs.Panel>
    </Tabs>
  );
}
