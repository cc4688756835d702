import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconPlug, IconShieldCheck, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AuditTab } from '@/features/audit/AuditPage';
import type { PeopleFilters } from '@/features/identity/peopleFilters';
import { NewPersonButton, PeopleList } from '@/features/identity/PeopleList';
import { PluginList } from '@/features/plugins/PluginsPage';
import { KeepForm } from '@/features/scheduling/KeepForm';
import { PortalTabs } from '@/features/tenancy/PortalTabs';
import { portalAddress } from '@/features/tenancy/portalAddress';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import type { Portal } from '@/ui/server/types';
import { useRights } from '@/ui/server/session';
import { useFreshness } from '@/ui/server/useFreshness';
import { Failed, Loading } from '@/ui/States';
import { portalTabs } from './portalTabs';

/** One portal as root sees it: its people, and what it is. */
export function PortalPage() {
  const { t } = useTranslation(['tenancy', 'identity', 'mail', 'mediaservers', 'blueprint', 'audit', 'plugins']);
  const may = useRights();
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
  const openPlugin = (name: string) =>
    void navigate({ to: '/portals/$portal/plugins/$name', params: { portal: id, name } });
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
      <NextStep portal={portal} />
      <PortalTabs
        portal={portal}
        root
        tab={tab}
        show={(wanted) => show(wanted === 'people' ? {} : { tab: wanted })}
        done={() => void query.refetch()}
        before={[
          {
            name: 'people',
            label: t('identity:people.title'),
            icon: IconUsers,
            panel: <PeopleList portal={id} filters={filters} setFilters={show} open={openPerson} address={(person) => `/portals/${id}/people/${person}`} />,
          },
        ]}
        meetings={<KeepForm portal={id} />}
        after={[
          ...portalTabs(t, may, portal, () => show({})),
          ...(may('MANAGE_PLUGINS')
            ? [
                {
                  name: 'plugins',
                  label: t('plugins:title'),
                  icon: IconPlug,
                  panel: <PluginList portal={id} open={openPlugin} />,
                },
              ]
            : []),
          ...(may('SEE_AUDIT')
            ? [{ name: 'audit', label: t('audit:title'), icon: IconShieldCheck, panel: <AuditTab portal={id} /> }]
            : []),
        ]}
      />
    </Page>
  );
}

/** A portal without people leads on to its first administrator. */
function NextStep({ portal }: { portal: Portal }) {
  const { t } = useTranslation('tenancy');
  const people = api.useQuery('get', '/portals/{portal}/people', {
    params: { path: { portal: portal.id }, query: { limit: 1 } },
  });
  if (!people.data || people.data.items.length > 0) {
    return null;
  }
  return (
    <Alert icon={<IconArrowRight size={18} />} mb="lg" title={t('portal.next', { host: portal.host })}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('portal.next.about')}</Text>
        <Button renderRoot={(props) => <Link to="/portals/$portal/people/$id" params={{ portal: portal.id, id: 'new' }} search={{ administrator: 'yes' }} {...props} />}>
          {t('portal.next.admin')}
        </Button>
      </Stack>
    </Alert>
  );
}
