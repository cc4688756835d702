import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { AuditEntry } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { done, who } from './actors';
import { fieldList } from './fields';

/** What somebody did and what was done to them: the Activity tab of a person. */
export function ActivityTrail({ portal, person }: { portal: string; person: string }) {
  const { t } = useTranslation('audit');
  const list = usePages<AuditEntry>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/audit',
      { params: { path: { portal }, query: { person, limit: 25 } } },
      byCursor,
    ),
  );
  const columns: Column<AuditEntry>[] = [
    { key: 'time', title: t('time'), width: 160, render: (entry) => <When at={entry.time} /> },
    { key: 'action', title: t('action'), heading: true, render: (entry) => done(t, entry.action) },
    { key: 'who', title: t('who'), render: (entry) => who(t, entry) },
    {
      key: 'fields',
      title: t('changes'),
      render: (entry) => fieldList(t, entry),
    },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(entry) => entry.id}
      label={t('activity')}
      empty={{ title: t('activity.empty'), text: t('activity.empty.text') }}
    />
  );
}
