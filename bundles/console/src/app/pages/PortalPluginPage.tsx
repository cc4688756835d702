import { useParams } from '@tanstack/react-router';
import { PluginOf } from '@/features/plugins/PluginPage';
import { api } from '@/ui/server/client';

/** What root sets for a plugin in one portal. */
export function PortalPluginPage() {
  const { portal, name } = useParams({ from: '/inside/shell/portals/$portal/plugins/$name' });
  const query = api.useQuery('get', '/portals/{portal}', { params: { path: { portal } } });
  return <PluginOf portal={portal} name={name} back={{ to: `/portals/${portal}`, label: query.data?.name ?? '…' }} />;
}
