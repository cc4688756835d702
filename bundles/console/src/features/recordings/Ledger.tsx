import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { LedgerEntry } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';

/** Who agreed, declined, played and downloaded, newest first. */
export function Ledger({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation('recordings');
  const list = usePages<LedgerEntry>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/recordings/{id}/ledger',
      { params: { path: { portal, id }, query: { limit: 50 } } },
      byCursor,
    ),
  );
  const columns: Column<LedgerEntry>[] = [
    {
      key: 'who',
      title: t('who'),
      heading: true,
      share: 50,
      render: (entry) => entry.name ?? (entry.act.endsWith('_BY_LINK') ? t('byLink') : t('nobody')),
    },
    { key: 'what', title: t('what'), render: (entry) => t(`act.${entry.act}`) },
    { key: 'when', title: t('when'), width: 160, render: (entry) => <When at={entry.at} seconds /> },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(entry) => entry.id}
      label={t('ledger')}
      empty={{ title: t('ledger.empty'), text: t('ledger.empty.text') }}
    />
  );
}
