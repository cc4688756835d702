import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonPrivacy } from '@/ui/audit/PersonPrivacy';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { PersonActions } from './PersonActions';
import { PersonForm } from './PersonForm';
import { PersonState } from './PersonState';

/** One person, or a new one; of the own portal, or of one that root looks after. */
export function PersonPage() {
  const params = useParams({ strict: false });
  const own = usePortal();
  const navigate = useNavigate();
  const portal = params.portal ?? own.id;
  const list = params.portal ? `/portals/${params.portal}` : '/people';
  const away = () => void navigate({ to: list });
  return params.id === 'new' ? (
    <NewPerson portal={portal} list={list} away={away} />
  ) : (
    <KnownPerson portal={portal} id={params.id!} list={list} away={away} />
  );
}

interface PersonPageProps {
  portal: string;
  list: string;
  away: () => void;
}

function NewPerson({ portal, list, away }: PersonPageProps) {
  const { t } = useTranslation('identity');
  return (
    <Page title={t('person.new')} about={t('person.new.about')} back={{ to: list, label: t('people.title') }}>
      <PersonForm portal={portal} done={away} />
    </Page>
  );
}

function KnownPerson({ portal, id, list, away }: PersonPageProps & { id: string }) {
  const { t } = useTranslation('identity');
  const query = api.useQuery('get', '/portals/{portal}/people/{id}', { params: { path: { portal, id } } });
  const back = { to: list, label: t('people.title') };
  if (!query.data) {
    return (
      <Page title={t('person.title')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const person = query.data;
  return (
    <Page
      title={person.name}
      state={<PersonState person={person} />}
      about={person.email ?? person.login}
      back={back}
      actions={
        <>
          <PersonPrivacy portal={portal} person={person} gone={away} />
          <PersonActions portal={portal} person={person} gone={away} />
        </>
      }
    >
      <PersonForm key={person.version} portal={portal} person={person} done={() => void query.refetch()} />
    </Page>
  );
}
