import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { full } from '@/ui/time';
import { useZone } from '@/ui/useZone';
import { Over } from './room/Over';

/** The longest wait that a timer knows, about 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How long to wait when it should be open and is not. */
const BEHIND = 15_000;

interface BeforeStartProps {
  portalName: string;
  params: Record<string, unknown>;
  again: () => void;
}

/** Before a planned meeting: when it starts. The page goes on by itself once the room opens, or when one asks. */
export function BeforeStart({ portalName, params, again }: BeforeStartProps) {
  const { t, i18n } = useTranslation('meetings');
  const zone = useZone();
  const opens = String(params.opens);
  const starts = new Date(String(params.starts));
  useEffect(() => {
    const left = new Date(opens).getTime() - Date.now();
    // This clock may be ahead of the server's.
    const timer = setTimeout(again, left > 0 ? Math.min(left + 500, LONGEST_TIMER) : BEHIND);
    const seen = () => (document.visibilityState === 'visible' ? again() : undefined);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
    // Each answer begins the wait anew, also one that says the same.
  }, [params, opens, again]);
  return (
    <Over
      portalName={portalName}
      phase="before"
      title={t('before.title', { when: full(starts, i18n.language, zone) })}
      text={params.title ? t('before.text', { title: String(params.title) }) : t('before.text.plain')}
      action={<Button onClick={again}>{t('before.again')}</Button>}
    />
  );
}
