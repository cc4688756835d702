import { Alert, CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallCard } from './CallCard';
import { DialForm } from './DialForm';
import classes from './Phone.module.css';
import type { Phone } from './PhoneProvider';
import { BELL, RINGBACK, useRing } from './useRing';

/** The phone at the edge of every page: a keypad to call with, or the call that goes on. */
export default function PhoneDock({ phone }: { phone: Phone }) {
  const { t } = useTranslation('phone');
  const { line, state, setOpen } = phone;
  const { call, trouble } = state;
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
        </div>
        {trouble ? (
          <Alert color="red" variant="light" role="alert">
            {t(`trouble.${trouble}`)}
          </Alert>
        ) : null}
        {call ? <CallCard line={line} call={call} /> : <DialForm line={line} ready={state.line === 'ready'} />}
      </Stack>
    </Paper>
  );
}
