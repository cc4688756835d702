import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { ContactForm } from './ContactForm';
import { DeleteContact } from './DeleteContact';
import { MANAGE } from './manage';

/** One contact, or a new one. */
export function ContactPage() {
  const { id } = useParams({ from: '/inside/shell/contacts/$id' });
  return id === 'new' ? <NewContact /> : <KnownContact id={id} />;
}

function useAway(): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/contacts' });
}

function NewContact() {
  const { t } = useTranslation('contacts');
  const portal = usePortal();
  const { phone } = useSearch({ from: '/inside/shell/contacts/$id' });
  return (
    <Page title={t('new')} about={t('new.about')} back={{ to: '/contacts', label: t('title') }}>
      <ContactForm key={phone ?? ''} portal={portal.id} phone={phone} done={useAway()} />
    </Page>
  );
}

function KnownContact({ id }: { id: string }) {
  const { t } = useTranslation('contacts');
  const portal = usePortal().id;
  const may = useRights();
  const away = useAway();
  const query = api.useQuery('get', '/portals/{portal}/contacts/{id}', { params: { path: { portal, id } } });
  const back = { to: '/contacts', label: t('title') };
  if (!query.data) {
    return (
      <Page title={t('one')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const contact = query.data;
  const fixed = contact.visibility === 'PUBLIC' && !may(MANAGE);
  return (
    <Page
      title={contact.name}
      about={contact.visibility === 'PUBLIC' ? t('public.about') : t('private.about')}
      back={back}
      actions={fixed ? undefined : <DeleteContact portal={portal} contact={contact} gone={away} />}
    >
      <ContactForm
        key={contact.version}
        portal={portal}
        contact={contact}
        fixed={fixed}
        done={() => void query.refetch()}
      />
    </Page>
  );
}
