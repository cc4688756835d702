import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { ForwardsForm } from './ForwardsForm';
import { OwnCodes } from './OwnCodes';

/** The own extensions, for who has any. */
export function OwnPhone() {
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal } } });
  return (
    <>
      {query.data?.items.map((extension) => (
        <ForwardsForm key={`${extension.id}/${extension.version}`} portal={portal} extension={extension} own />
      ))}
      <OwnCodes />
    </>
  );
}
