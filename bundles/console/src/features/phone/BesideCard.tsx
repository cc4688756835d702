import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PhoneCall, type PhoneCalls, rings } from './PhoneCalls';
import { type OwnCall, peer } from './ownCall';
import { useKnown } from './useCaller';
import { useNames } from './useNames';

interface BesideCardProps {
  calls: PhoneCalls;
  /** The one that is spoken in. */
  first: PhoneCall;
  call: PhoneCall;
  own: OwnCall | undefined;
}

/** A call beside the one that is spoken in: it waits, or rings. */
export function BesideCard({ calls, first, call, own }: BesideCardProps) {
  const { t } = useTranslation('phone');
  const { name: told, number } = peer(call, own);
  const names = useNames();
  const { contact, record } = useKnown(number);
  const who = told || names(number) || contact || record?.name || number || t('withheld');
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <Paper withBorder p="xs" radius="md">
      <div role={rings(call) ? 'alert' : 'status'}>
        <Text size="sm" fw={550}>
          {t(rings(call) ? 'knocks' : 'waiting', { who })}
        </Text>
        {who === number ? null : (
          <Text size="sm" c="dimmed" className="tabular">
            {[number, record?.company].filter(Boolean).join(' · ')}
          </Text>
        )}
      </div>
      <Group gap="xs" mt="xs">
        {rings(call) ? (
          <>
            {first.talking || rings(first) ? (
              <Button {...small} variant="filled" color="green.8" aria-label={t('answer.who', { who })} onClick={() => void calls.answer(call.id)}>
                {t('answer')}
              </Button>
            ) : null}
            {rings(first) ? null : (
              <Button {...small} aria-label={t('end-and-answer.who', { who })} onClick={() => void calls.answer(call.id, true)}>
                {t('end-and-answer')}
              </Button>
            )}
            <Button {...small} aria-label={t('decline.who', { who })} onClick={() => calls.hangUp(call.id)}>
              {t('decline')}
            </Button>
          </>
        ) : (
          <>
            {call.talking && first.talking ? (
              <>
                <Button {...small} aria-label={t('swap.who', { who })} onClick={() => calls.swap(call.id)}>
                  {t('swap')}
                </Button>
                <Button {...small} aria-label={t('join.who', { who })} onClick={() => calls.join(call.id)}>
                  {t('join')}
                </Button>
              </>
            ) : null}
            <Button {...small} aria-label={t('end', { who })} onClick={() => calls.hangUp(call.id)}>
              {t('hang-up')}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}
