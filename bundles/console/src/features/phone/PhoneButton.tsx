import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { usePhoneHandle } from '@/ui/phoneHandle';

/** Opens the dock of the phone; there for who has an extension. */
export function PhoneButton() {
  const phone = usePhoneHandle();
  if (!phone) {
    return null;
  }
  const { label, icon: Icon, shown, inCall, news, toggle } = phone;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={shown && !inCall ? 'light' : 'subtle'}
        color={inCall ? 'green' : 'gray'}
        size={36}
        style={{ overflow: 'visible' }}
        aria-label={label}
        aria-expanded={shown}
        onClick={toggle}
      >
        <Indicator disabled={!news} color="red" size={10}>
          <Icon size={20} stroke={1.6} />
        </Indicator>
      </ActionIcon>
    </Tooltip>
  );
}
