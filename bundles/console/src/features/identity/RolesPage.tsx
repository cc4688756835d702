import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { TabRow } from '@/ui/TabRow';
import { Explain } from './roles/Explain';
import { RoleMatrix } from './roles/RoleMatrix';
import { useGrants } from './useRoles';

/** Which role allows what; and, about one person, why. */
export function RolesPage() {
  const { t } = useTranslation('roles');
  const portal = usePortal().id;
  const may = useRights();
  const navigate = useNavigate();
  const { tab = 'matrix', ...question } = useSearch({ from: '/inside/shell/roles' });
  const makes = useGrants(portal).grants.rights.length > 0;
  const query = api.useQuery('get', '/portals/{portal}/roles', { params: { path: { portal } } });
  const create = (
    <Button leftSection={<IconPlus size={18} />} renderRoot={(props) => <Link to="/roles/$id" params={{ id: 'new' }} {...props} />}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} about={t('about')} actions={makes ? create : undefined} wide>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => void navigate({ to: '/roles', search: value && value !== 'matrix' ? { tab: value } : {}, replace: true })}
      >
        <TabRow chosen={tab}>
          <Tabs.Tab value="matrix">{t('tab.matrix')}</Tabs.Tab>
          {may('MANAGE_PEOPLE') ? <Tabs.Tab value="explain">{t('tab.explain')}</Tabs.Tab> : null}
        </TabRow>
        <Tabs.Panel value="matrix">
          {query.data ? (
            <RoleMatrix portal={portal} roles={query.data.items} editable={makes} />
          ) : query.error ? (
            <Failed error={query.error} retry={() => void query.refetch()} />
          ) : (
            <Loading />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="explain">
          <Explain
            portal={portal}
            question={question}
            ask={(asked) => void navigate({ to: '/roles', search: { tab: 'explain', ...asked }, replace: true })}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
