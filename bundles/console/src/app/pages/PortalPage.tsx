import { Anchor, Tabs } from '@mantine/core';
import { IconFileImport, IconSettings, IconUsers } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PeopleImport } from '@/features/identity/import/PeopleImport';
import type { PeopleFilters } from '@/features/identity/peopleFilters';
import { NewPersonButton, PeopleList } from '@/features/identity/PeopleList';
import { DeletePortal } from '@/features/tenancy/DeletePortal';
import { PortalForm } from '@/features/tenancy/PortalForm';
import { portalAddress } from '@/features/tenancy/portalAddress';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { useFreshness } from '@/ui/server/useFreshness';
import { Failed, Loading } from '@/ui/States';

/** One portal as root sees it: its people, and what it is. */
export function PortalPage() {
  const { t } = useTranslation(['tenancy', 'identity']);
  const { portal: id } = useParams({ from: '/inside/shell/portals/$portal' });
  const { tab = 'people', ...filters } = useSearch({ from: '/inside/shell/portals/$portal' });
  const navigate = useNavigate();
  const query = api.useQuery('get', '/portals/{portal}', { params: { path: { portal: id } } });
  useFreshness(id);
  const back = { to: '/portals', label: t('portals.title') };
  const portal = query.data;
  if (!portal) {
    return (
      <Page title={t('portal.title')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const show = (search: { tab?: string } & PeopleFilters) =>
    void navigate({ to: '/portals/$portal', params: { portal: id }, search, replace: true });
  const openPerson = (person: string) =>
    void navigate({ to: '/portals/$portal/people/$id', params: { portal: id, id: person } });
  return (
    <Page
      title={portal.name}
      about={
        <Anchor href={portalAddress(portal.host)} target="_blank" rel="noreferrer">
          {portal.host}
        </Anchor>
      }
      back={back}
      actions={<NewPersonButton open={openPerson} />}
    >
      <Tabs value={tab} onChange={(value) => show(value === 'people' || !value ? {} : { tab: value })} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="people" leftSection={<IconUsers size={18} stroke={1.6} />}>
            {t('identity:people.title')}
          </Tabs.Tab>
          <Tabs.Tab value="import" leftSection={<IconFileImport size={18} stroke={1.6} />}>
            {t('identity:import.users')}
          </Tabs.Tab>
          <Tabs.Tab value="settings" leftSection={<IconSettings size={18} stroke={1.6} />}>
            {t('portal.settings')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleList
            portal={id}
            filters={filters}
            setFilters={show}
            open={openPerson}
          />
        </Tabs.Panel>
        <Tabs.Panel value="import">
          <PeopleImport portal={id} done={() => show({})} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <PortalForm key={portal.version} portal={portal} done={() => void query.refetch()} />
          <DeletePortal portal={portal} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
