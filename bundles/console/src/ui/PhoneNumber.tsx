import { ActionIcon, Anchor } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDial } from './dial';

interface PhoneNumberProps {
  number: string;
  /** Whose it is. */
  name: string;
}

function useCall(number: string, name: string) {
  const dial = useDial();
  return {
    href: `tel:${number.replace(/[^+*#\d]/g, '')}`,
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      if (dial) {
        event.preventDefault();
        dial(number, name);
      }
    },
  };
}

/** A number that is called by one press: by the phone of this page, else by what the device has for it. */
export function PhoneNumber({ number, name }: PhoneNumberProps) {
  const { t } = useTranslation('ui');
  return (
    <Anchor className="tabular" {...useCall(number, name)} aria-label={t('call.number', { name, number })}>
      {number}
    </Anchor>
  );
}

/** The same as a button beside a field. */
export function CallNumber({ number, name }: PhoneNumberProps) {
  const { t } = useTranslation('ui');
  return (
    <ActionIcon component="a" variant="subtle" {...useCall(number, name)} aria-label={t('call.number', { name, number })}>
      <IconPhone size={18} aria-hidden />
    </ActionIcon>
  );
}
