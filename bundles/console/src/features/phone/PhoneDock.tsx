import { Alert, CloseButton, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconBellOff, IconPlugOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortal, useSession } from '@/ui/server/session';
import { useLiveCalls } from '@/ui/server/useLiveCalls';
import { BesideCard } from './BesideCard';
import { CallCard } from './CallCard';
import { DeviceForm } from './DeviceForm';
import { DialForm } from './DialForm';
import classes from './Phone.module.css';
import type { Phone } from './PhoneProvider';
import { QuietSwitch } from './QuietSwitch';
import { RecentCalls } from './RecentCalls';
import { TextsPanel } from './TextsPanel';
import { unread } from './conversations';
import { ownCall } from './ownCall';
import { rings } from './PhoneCalls';
import { BELL, KNOCK, RINGBACK, useRing } from './useRing';

/** The phone at the edge of every page: a keypad to call with, or the call that goes on. */
export default function PhoneDock({ phone }: { phone: Phone }) {
  const { t } = useTranslation('phone');
  const { line, state, setOpen, quiet } = phone;
  const { call, others, trouble } = state;
  const live = useLiveCalls(usePortal().id);
  const person = useSession().person?.id;
  const [parked, setParked] = useState<string>();
  const place = live.find(({ id, state: now }) => id === parked && now === 'PARKED')?.place;
  useRing(call && !rings(call) && others.some(rings) ? KNOCK : undefined);
  useRing(call && !call.talking && !(call.announced && !trouble) ? (call.incoming ? BELL : call.rings ? RINGBACK : undefined) : undefined);
  const texts = <TextsPanel extension={phone.extension.id} texts={phone.texts} />;
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
          <Alert
            color="red"
            variant="light"
            role="alert"
            withCloseButton
            closeButtonLabel={t('trouble.close')}
            onClose={() => line.calls.trouble(undefined)}
          >
            {t(`trouble.${trouble}`)}
          </Alert>
        ) : null}
        {call
          ? others.map((other) => (
              <BesideCard key={other.id} calls={line.calls} first={call} call={other} own={other.talking ? ownCall(live, person, other) : undefined} />
            ))
          : null}
        {call ? (
          <CallCard
            key={call.id}
            calls={line.calls}
            call={call}
            own={ownCall(live, person, call)}
            beside={others.length > 0}
            texts={texts}
            parking={(id) => {
              // What becomes of it is told here when the phone is out of it.
              setParked(id);
              setOpen(true);
            }}
          />
        ) : (
          <Idle phone={phone} texts={texts} />
        )}
      </Stack>
    </Paper>
  );
}

function Idle({ phone, texts }: { phone: Phone; texts: ReactNode }) {
  const { t } = useTranslation('phone');
  const { line, state, extension } = phone;
  const ready = state.line === 'ready';
  return (
    <Tabs defaultValue={unread(phone.texts.list ?? []) > 0 ? 'texts' : 'dial'} keepMounted={false}>
      <Tabs.List grow mb="sm" className={classes.tabs}>
        <Tabs.Tab value="dial">{t('keypad')}</Tabs.Tab>
        <Tabs.Tab value="recent">{t('recent')}</Tabs.Tab>
        <Tabs.Tab value="texts">{t('texts')}</Tabs.Tab>
        <Tabs.Tab value="devices">{t('devices')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="dial">
        <Stack gap="sm">
          <DialForm calls={line.calls} ready={ready} />
          {phone.extension.locked ? null : <QuietSwitch phone={phone} />}
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="recent">
        <RecentCalls calls={line.calls} ready={ready} own={extension.number} />
      </Tabs.Panel>
      <Tabs.Panel value="texts">{texts}</Tabs.Panel>
      <Tabs.Panel value="devices">
        <DeviceForm calls={line.calls} />
      </Tabs.Panel>
    </Tabs>
  );
}
