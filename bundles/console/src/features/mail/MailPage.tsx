import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Mail } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { MailDrawer } from './MailDrawer';
import { MailState } from './MailState';

export function MailPage() {
  const { t } = useTranslation('mail');
  const portal = usePortal();
  const { mail } = useSearch({ from: '/inside/shell/mail' });
  const navigate = useNavigate();
  const list = usePages<Mail>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/mails',
      { params: { path: { portal: portal.id }, query: { limit: 50 } } },
      byCursor,
    ),
  );
  const show = (id?: string) => void navigate({ to: '/mail', search: id ? { mail: id } : {} });
  const columns: Column<Mail>[] = [
    { key: 'subject', title: t('subject'), heading: true, render: (one) => one.subject },
    { key: 'to', title: t('to'), render: (one) => one.to },
    { key: 'state', title: t('state'), width: 190, render: (one) => <MailState mail={one} /> },
    { key: 'created', title: t('created'), width: 160, render: (one) => <When at={one.created} /> },
  ];
  return (
    <Page title={t('title')} about={t('about')}>
      <ListView
        list={list}
        columns={columns}
        id={(one) => one.id}
        label={t('title')}
        open={(one) => show(one.id)}
        empty={{ title: t('empty'), text: t('empty.text') }}
      />
      <MailDrawer portal={portal.id} id={mail} close={() => show()} />
    </Page>
  );
}
