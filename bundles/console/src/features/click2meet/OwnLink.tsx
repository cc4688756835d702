import { useRights, useSession } from '@/ui/server/session';
import { LinkForm } from './LinkForm';

/** The own link, for who may host the meetings that come of it. */
export function OwnLink() {
  const { portal, person } = useSession();
  const may = useRights();
  return person && portal.features.includes('CLICK2MEET') && may('HOST_MEETINGS') && person.portal === portal.id ? <LinkForm portal={portal.id} person={person.id} own /> : null;
}
