import { notifications } from '@mantine/notifications';
import { IconBellOff, IconPhone, IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneHandle } from '@/ui/phoneHandle';
import { latest, unread } from './conversations';
import type { Phone } from './PhoneProvider';

/** What a button of the phone shows and does. */
export function useHandle(phone: Phone | undefined): PhoneHandle | undefined {
  const { t } = useTranslation('phone');
  useNews(phone);
  if (!phone) {
    return undefined;
  }
  const { state, open, setOpen, quiet, texts } = phone;
  const { line, call } = state;
  const silent = quiet && line === 'ready' && !call;
  const count = unread(texts.list ?? []);
  const words = [t(call ? 'in-call' : silent ? 'quiet' : `line.${line}`), ...(count > 0 ? [t('texts.unread', { count })] : [])];
  return {
    label: `${t('phone')}: ${words.join(', ')}`,
    icon: call ? IconPhoneCall : silent ? IconBellOff : line === 'ready' ? IconPhone : IconPhoneOff,
    shown: open || Boolean(call),
    inCall: Boolean(call),
    news: count > 0,
    toggle: () => setOpen(!open),
  };
}

/**
 * Says once who wrote, not what: others may look at the screen. Nothing of what was there when the page was opened, nor where the phone
 * is open, which it would cover and which says so itself.
 */
function useNews(phone: Phone | undefined): void {
  const { t } = useTranslation('phone');
  const list = phone?.texts.list;
  const one = list && latest(list);
  const id = one?.last.id ?? '';
  const number = one?.number;
  const who = one?.name || number;
  const shown = phone?.open || phone?.state.call !== undefined;
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!list) {
      return;
    }
    if (id && id !== told.current && told.current !== undefined && !shown) {
      // One at a time for each who writes.
      notifications.show({ id: `text-${number}`, message: t('texts.from', { who }) });
    }
    told.current = id || (told.current ?? '');
  }, [list, id, number, who, shown, t]);
}
