import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { ServerProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { DeleteRole } from './roles/DeleteRole';
import { RoleForm } from './roles/RoleForm';

/** A role of the portal's own, or a new one. */
export function RolePage() {
  const { t } = useTranslation('roles');
  const { id } = useParams({ from: '/inside/shell/roles/$id' });
  const portal = usePortal().id;
  const navigate = useNavigate();
  const query = api.useQuery('get', '/portals/{portal}/roles', { params: { path: { portal } } });
  const back = { to: '/roles', label: t('title') };
  const away = () => void navigate({ to: '/roles' });
  if (id === 'new') {
    return (
      <Page title={t('new')} about={t('new.about')} back={back}>
        <RoleForm portal={portal} done={away} />
      </Page>
    );
  }
  const role = query.data?.items.find(({ name, title }) => name === id && title !== undefined);
  if (!role) {
    const error = query.error ?? (query.data ? new ServerProblem({ status: 404, code: 'role.unknown' }) : undefined);
    return (
      <Page title={t('one')} back={back}>
        {error ? <Failed error={error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      title={role.title ?? role.name}
      about={t(role.everywhere ? 'held.everywhere' : 'held.departments')}
      back={back}
      actions={<DeleteRole portal={portal} role={role} gone={away} />}
    >
      <RoleForm key={role.version} portal={portal} role={role} done={() => void query.refetch()} />
    </Page>
  );
}
