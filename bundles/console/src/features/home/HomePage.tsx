import { Button } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { useRights, useSession } from '@/ui/server/session';
import { useStartMeeting } from '@/ui/useStartMeeting';
import { Dashboard } from './Dashboard';
import { OpenMeetings } from './OpenMeetings';
import { OwnPhone } from './OwnPhone';
import { PortalDashboard } from './PortalDashboard';
import { TodoList } from './TodoList';
import { useAdminTodo, useRootTodo } from './useTodo';

/** What to do next, for whoever has come in. */
export function HomePage() {
  const { portal } = useSession();
  const may = useRights();
  if (portal.root) {
    return <RootHome />;
  }
  return may('MANAGE_PEOPLE') ? <AdminHome /> : <UserHome />;
}

function RootHome() {
  const { t } = useTranslation('home');
  const todo = useRootTodo();
  return (
    <Page title={t('root.title')} about={t('root.about')}>
      <TodoList todo={todo} />
      <Dashboard />
    </Page>
  );
}

function AdminHome() {
  const { t } = useTranslation('home');
  const { portal, person } = useSession();
  const todo = useAdminTodo(portal.id);
  return (
    <Page title={t('hello', { name: person?.name })} about={t('admin.about', { portal: portal.name })} actions={<Start />}>
      <OwnPhone portal={portal.id} />
      <OpenMeetings portal={portal.id} lonely={!todo.loading && todo.steps.every((step) => step.done)} />
      {todo.loading || todo.error || todo.steps.some((step) => !step.done) ? <TodoList todo={todo} /> : null}
      <PortalDashboard portal={portal.id} />
    </Page>
  );
}

function UserHome() {
  const { t } = useTranslation('home');
  const { portal, person } = useSession();
  return (
    <Page title={t('hello', { name: person?.name })} about={t('user.about')} actions={<Start />}>
      <OwnPhone portal={portal.id} />
      <OpenMeetings portal={portal.id} lonely />
    </Page>
  );
}

function Start() {
  const { t } = useTranslation('home');
  const may = useRights();
  const { start, starting } = useStartMeeting();
  return may('HOST_MEETINGS') ? (
    <Button leftSection={<IconVideo size={18} />} loading={starting} onClick={() => start()}>
      {t('start')}
    </Button>
  ) : null;
}
