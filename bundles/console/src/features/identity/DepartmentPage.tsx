import { Group, Tabs } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { TabRow } from '@/ui/TabRow';
import { DeleteDepartment } from './departments/DeleteDepartment';
import { shownOf } from './departments/departmentDraft';
import { DepartmentForm } from './departments/DepartmentForm';
import { DepartmentMembers } from './departments/DepartmentMembers';
import { OpeningReason, OpeningState } from './departments/OpeningState';
import { OverrideButton } from './departments/OverrideButton';
import { useOverview } from './departments/useOverview';

/** One department, or a new one. */
export function DepartmentPage() {
  const { id } = useParams({ from: '/inside/shell/departments/$id' });
  return id === 'new' ? <NewDepartment /> : <KnownDepartment key={id} id={id} />;
}

function NewDepartment() {
  const { t } = useTranslation('departments');
  const portal = usePortal().id;
  const navigate = useNavigate();
  return (
    <Page title={t('new')} about={t('new.about')} back={{ to: '/departments', label: t('title') }}>
      <DepartmentForm portal={portal} done={(id) => void navigate({ to: '/departments/$id', params: { id } })} />
    </Page>
  );
}

function KnownDepartment({ id }: { id: string }) {
  const { t } = useTranslation('departments');
  const portal = usePortal().id;
  const navigate = useNavigate();
  const { tab } = useSearch({ from: '/inside/shell/departments/$id' });
  const query = api.useQuery('get', '/portals/{portal}/departments/{id}', { params: { path: { portal, id } } });
  const overview = useOverview(portal);
  const back = { to: '/departments', label: t('title') };
  const department = query.data;
  const now = overview.data?.items.find((one) => one.id === id);
  if (!department || !now) {
    const error = query.error ?? overview.error;
    return (
      <Page title={t('one')} back={back}>
        {error ? <Failed error={error} retry={() => void Promise.all([query.refetch(), overview.refetch()])} /> : <Loading />}
      </Page>
    );
  }
  const tabs = [...(now.changeable ? ['settings'] : []), 'people'];
  const shown = tab && tabs.includes(tab) ? tab : tabs[0]!;
  return (
    <Page
      title={department.name}
      state={<OpeningState opening={now.opening} />}
      about={
        <Group component="span" gap="xs">
          <OpeningReason opening={now.opening} />
        </Group>
      }
      back={back}
      actions={
        <>
          {now.overridable ? <OverrideButton portal={portal} id={id} opening={now.opening} /> : null}
          {now.everywhere && id !== portal ? (
            <DeleteDepartment portal={portal} department={now} gone={() => void navigate({ to: '/departments' })} />
          ) : null}
        </>
      }
    >
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(value) => void navigate({ to: '.', search: (value === tabs[0] || !value ? {} : { tab: value }) as never, replace: true })}
      >
        <TabRow chosen={shown}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`, { count: now.people })}
            </Tabs.Tab>
          ))}
        </TabRow>
        <Tabs.Panel value="settings">
          <DepartmentForm key={shownOf(department)} portal={portal} department={department} done={() => void query.refetch()} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <DepartmentMembers portal={portal} id={id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
