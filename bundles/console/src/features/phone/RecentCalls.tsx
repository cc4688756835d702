import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal, useSession } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { When } from '@/ui/When';
import classes from './Phone.module.css';
import type { PhoneCalls } from './PhoneCalls';
import { recent } from './recent';
import { useContactName, useNames } from './useNames';

const MOST = 20;

/** The own conversations that were, the last first; one press calls back. */
export function RecentCalls({ calls, ready, own }: { calls: PhoneCalls; ready: boolean; own: string }) {
  const { t } = useTranslation(['phone', 'calls']);
  const portal = usePortal().id;
  const person = useSession().person?.id;
  const names = useNames();
  const query = api.useQuery(
    'get',
    '/portals/{portal}/call-conversations',
    { params: { path: { portal }, query: { limit: MOST, ...(person ? { person } : {}) } } },
    { staleTime: 0 },
  );
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />;
  }
  if (query.data.items.length === 0) {
    return <Text c="dimmed">{t('recent.none')}</Text>;
  }
  return (
    <ul className={classes.found} aria-label={t('recent')}>
      {query.data.items.map((conversation) => {
        const call = recent(conversation, own, person);
        if (!call) {
          return null;
        }
        const { made, number } = call;
        const known = call.name || names(number);
        const Arrow = made ? IconArrowUpRight : IconArrowDownLeft;
        return (
          <li key={conversation.id}>
            <UnstyledButton className={classes.entry} disabled={!ready || !number} onClick={() => void calls.call(number, known)}>
              <Arrow size={14} role="img" aria-label={t(made ? 'recent.made' : 'recent.came')} />{' '}
              <Who known={known} number={number} />
              <Text size="sm" c={call.result === 'ANSWERED' ? 'dimmed' : 'red.8'}>
                <When at={call.started} /> · {t(made && call.result === 'MISSED' ? 'recent.unanswered' : `calls:result.${call.result}`)}
              </Text>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

/** By name where that is known, with the number beside it. */
function Who({ known, number }: { known: string; number: string }) {
  const { t } = useTranslation('phone');
  const contact = useContactName(known ? '' : number);
  const name = known || contact;
  return (
    <>
      {name || number || t('withheld')}
      {name ? (
        <Text span size="sm" c="dimmed" className="tabular" ml="xs">
          {number}
        </Text>
      ) : null}
    </>
  );
}
