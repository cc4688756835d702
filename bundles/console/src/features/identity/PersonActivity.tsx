import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { PatchbayEvent } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';

const KNOWN = new Set(['created', 'updated', 'deleted', 'invited', 'signed-in', 'signed-out']);

/** What happened with the person, newest first. */
export function PersonActivity({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation(['identity', 'events']);
  const list = usePages<PatchbayEvent>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/events',
      { params: { path: { portal }, query: { limit: 50, subject: id } } },
      byCursor,
    ),
  );
  const columns: Column<PatchbayEvent>[] = [
    {
      key: 'type',
      title: t('activity.what'),
      heading: true,
      render: ({ type }) => {
        const last = type.replace(/^person\./, '');
        return KNOWN.has(last) ? t(`activity.${last}`) : t(`events:type.${type}` as 'activity.title', { defaultValue: type });
      },
    },
    { key: 'time', title: t('activity.when'), width: 180, render: ({ time }) => <When at={time} seconds /> },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(event) => event.id}
      label={t('activity.title')}
      empty={{ title: t('activity.none'), text: t('activity.none.text') }}
    />
  );
}
