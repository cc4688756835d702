import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBellOff, IconPhone, IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePhone } from './PhoneProvider';

/** Opens the dock of the phone; there for who has an extension. */
export function PhoneButton() {
  const { t } = useTranslation('phone');
  const phone = usePhone();
  if (!phone) {
    return null;
  }
  const { state, open, setOpen, quiet } = phone;
  const silent = quiet && state.line === 'ready' && !state.call;
  const label = `${t('phone')}: ${t(state.call ? 'in-call' : silent ? 'quiet' : `line.${state.line}`)}`;
  const Icon = state.call ? IconPhoneCall : silent ? IconBellOff : state.line === 'ready' ? IconPhone : IconPhoneOff;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color={state.call ? 'green' : 'gray'}
        size={36}
        aria-label={label}
        aria-expanded={open || Boolean(state.call)}
        onClick={() => setOpen(!open)}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
