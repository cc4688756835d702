import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import type { DepartmentOverview } from '@/ui/server/types';
import { OpeningReason, OpeningState } from './departments/OpeningState';
import { useOverview } from './departments/useOverview';

/** The departments, and which of them are open at this moment. */
export function DepartmentsPage() {
  const { t } = useTranslation('departments');
  const portal = usePortal().id;
  const navigate = useNavigate();
  const query = useOverview(portal);
  const rows = query.data?.items ?? [];
  const columns: Column<DepartmentOverview>[] = [
    { key: 'name', title: t('name'), heading: true, render: ({ name }) => name },
    { key: 'state', title: t('state'), width: 140, render: ({ opening }) => <OpeningState opening={opening} /> },
    { key: 'reason', title: t('reason'), render: ({ opening }) => <OpeningReason opening={opening} /> },
    { key: 'people', title: t('people'), width: 120, render: ({ people }) => <span className="tabular">{people}</span> },
  ];
  const create = (
    <Button leftSection={<IconPlus size={18} />} renderRoot={(props) => <Link to="/departments/$id" params={{ id: 'new' }} {...props} />}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} about={t('about')} actions={rows.some(({ everywhere }) => everywhere) ? create : undefined}>
      <ListView
        list={{ rows, loading: query.isPending, error: query.error, retry: () => void query.refetch() }}
        columns={columns}
        id={({ id }) => id}
        label={t('title')}
        open={({ id }) => void navigate({ to: '/departments/$id', params: { id } })}
        empty={{ title: t('none'), text: t('none.text') }}
      />
    </Page>
  );
}
