import { Anchor, Button, ColorSwatch, Group } from '@mantine/core';
import { IconFileCode, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import type { Portal } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { Day } from './CertificateFacts';
import { PortalState } from './PortalState';
import { portalAddress } from './portalAddress';

/** The numbers of the first portals of the list; they come after the list and may be missing. */
function useFigures(text?: string): Record<string, Record<string, number>> {
  const query = api.useQuery('get', '/portal-figures', { params: { query: { limit: 200, ...(text ? { text } : {}) } } });
  return Object.fromEntries((query.data?.items ?? []).map((figures) => [figures.portal, figures.numbers]));
}

export function PortalsPage() {
  const { t } = useTranslation('tenancy');
  const { text } = useSearch({ from: '/inside/shell/portals' });
  const navigate = useNavigate();
  const list = usePages<Portal>(
    api.useInfiniteQuery('get', '/portals', { params: { query: { limit: 50, ...(text ? { text } : {}) } } }, byCursor),
  );
  const numbers = useFigures(text);
  const create = (
    <Button component={Link} to="/portals/new" leftSection={<IconPlus size={18} />}>
      {t('portals.new')}
    </Button>
  );
  const fromFile = (
    <Button
      variant="default"
      leftSection={<IconFileCode size={18} />}
      renderRoot={(props) => <Link to="/portals/from-file" {...props} />}
    >
      {t('portals.fromFile')}
    </Button>
  );
  const columns: Column<Portal>[] = [
    {
      key: 'name',
      title: t('portal.name'),
      heading: true,
      render: (portal) => (
        <Group gap="sm" wrap="nowrap">
          <ColorSwatch color={portal.accent} size={16} aria-hidden />
          <span>{portal.name}</span>
        </Group>
      ),
    },
    {
      key: 'host',
      title: t('portal.host'),
      render: (portal) => (
        <Anchor href={portalAddress(portal.host)} target="_blank" rel="noreferrer" onClick={(event) => event.stopPropagation()}>
          {portal.host}
        </Anchor>
      ),
    },
    { key: 'state', title: t('portal.state'), render: (portal) => <PortalState portal={portal} /> },
    {
      key: 'people',
      title: t('portal.people'),
      render: (portal) => <span className="tabular">{numbers[portal.id]?.people ?? '–'}</span>,
    },
    {
      key: 'participants',
      title: t('portal.participants'),
      render: (portal) => (
        <span className="tabular">
          {numbers[portal.id]?.participants ?? '–'}
          {portal.participantLimit ? ` / ${portal.participantLimit}` : ''}
        </span>
      ),
    },
    {
      key: 'expires',
      title: t('portal.expires.short'),
      render: (portal) => (portal.expires ? <Day at={portal.expires} /> : '–'),
    },
  ];
  return (
    <Page title={t('portals.title')} about={t('portals.about')} actions={
        <>
          {fromFile}
          {create}
        </>
      }
    >
      <ListView
        list={list}
        columns={columns}
        id={(portal) => portal.id}
        label={t('portals.title')}
        open={(portal) => void navigate({ to: '/portals/$portal', params: { portal: portal.id } })}
        filters={
          <SearchField
            label={t('portals.search')}
            value={text ?? ''}
            onChange={(wanted) => void navigate({ to: '/portals', search: wanted ? { text: wanted } : {}, replace: true })}
          />
        }
        filtered={Boolean(text)}
        empty={{ title: t('portals.empty'), text: t('portals.empty.text'), action: create }}
      />
    </Page>
  );
}
