import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { SoftphoneCode } from './SoftphoneCode';

/** The own softphone, for who has an extension. */
export function OwnSoftphone() {
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal } } });
  if (!query.data?.items.length) {
    return null;
  }
  return <SoftphoneCode make={async () => (await client.POST('/portals/{portal}/own-softphone', { params: { path: { portal } } })).data} />;
}
