import { Select } from '@mantine/core';
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
  const { mail, of } = useSearch({ from: '/inside/shell/mail' });
  const navigate = useNavigate();
  const list = usePages<Mail>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/mails',
      { params: { path: { portal: portal.id }, query: { limit: 50, ...(of ? { of } : {}) } } },
      byCursor,
    ),
  );
  const names = usePortalNames(portal.root);
  const show = (change: { mail?: string | undefined; of?: string | undefined }) => {
    const next = { mail, of, ...change };
    void navigate({ to: '/mail', search: { ...(next.of ? { of: next.of } : {}), ...(next.mail ? { mail: next.mail } : {}) } });
  };
  const columns: Column<Mail>[] = [
    { key: 'subject', title: t('subject'), heading: true, render: (one) => one.subject },
    { key: 'to', title: t('to'), render: (one) => one.to },
    ...(portal.root
      ? [{ key: 'portal', title: t('portal'), render: (one: Mail) => names.get(one.portal) ?? '–' } satisfies Column<Mail>]
      : []),
    { key: 'kind', title: t('kind'), render: (one) => (one.kind ? t(`kind.${one.kind}`, { defaultValue: one.kind }) : '–') },
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
        open={(one) => show({ mail: one.id })}
        filtered={of !== undefined}
        {...(portal.root
          ? {
              filters: (
                <Select
                  aria-label={t('portal.filter')}
                  placeholder={t('portal.filter')}
                  clearable
                  clearButtonProps={{ 'aria-label': t('portal.filter.clear') }}
                  searchable
                  w={300}
                  value={of ?? null}
                  onChange={(chosen) => show({ of: chosen ?? undefined, mail: undefined })}
                  data={[...names].map(([value, label]) => ({ value, label }))}
                />
              ),
            }
          : {})}
        empty={{ title: t('empty'), text: t('empty.text') }}
      />
      <MailDrawer portal={portal.id} id={mail} close={() => show({ mail: undefined })} />
    </Page>
  );
}

/** The names of portals by id, for root alone. */
function usePortalNames(root: boolean): Map<string, string> {
  const portals = api.useQuery('get', '/portals', { params: { query: { limit: 200 } } }, { enabled: root, staleTime: 60_000 });
  return new Map((portals.data?.items ?? []).map((portal) => [portal.id, portal.name]));
}
