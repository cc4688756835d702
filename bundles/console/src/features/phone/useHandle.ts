import { notifications } from '@mantine/notifications';
import { IconBellOff, IconPhone, IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneHandle } from '@/ui/phoneHandle';
import { unread } from './conversations';
import type { Phone } from './PhoneProvider';

/** What a button of the phone shows and does. */
export function useHandle(phone: Phone | undefined): PhoneHandle | undefined {
  const { t } = useTranslation('phone');
  useNews(phone);
  if (!phone) {
    return undefined;
  }
  const { state, open, setOpen, quiet } = phone;
  const { line, call, texts } = state;
  const silent = quiet && line === 'ready' && !call;
  const count = unread(texts);
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

/** In milliseconds; what came before is no news, as after a reload. */
const NEWS = 10_000;

/**
 * Says once who wrote, not what: others may look at the screen. Nothing where it is read at once, nor where the phone is open,
 * which it would cover and which says so itself.
 */
function useNews(phone: Phone | undefined): void {
  const { t } = useTranslation('phone');
  const latest = phone?.state.texts.find((one) => one.unread > 0);
  const text = latest?.texts.at(-1);
  const id = text?.id;
  const fresh = text !== undefined && Date.now() - text.at < NEWS;
  const shown = phone?.open || phone?.state.call !== undefined;
  const number = latest?.number;
  const who = latest?.name || number;
  const told = useRef(id);
  const texts = phone?.line.texts;
  useEffect(() => {
    const unseen = texts?.now().some((one) => one.unread > 0 && one.texts.at(-1)?.id === id);
    if (id && id !== told.current && unseen && fresh && !shown) {
      // One at a time for each who writes.
      notifications.show({ id: `text-${number}`, message: t('texts.from', { who }) });
    }
    told.current = id ?? told.current;
  }, [id, number, who, fresh, shown, texts, t]);
}
