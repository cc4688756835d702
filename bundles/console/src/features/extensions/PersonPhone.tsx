import { Button, Stack } from '@mantine/core';
import { IconPhonePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import { Empty, Failed, Loading } from '@/ui/States';
import { ForwardsForm } from './ForwardsForm';
import { type Handed, SecretDialog } from './SecretDialog';
import { useThingsChanged } from './things';

/** The extensions of a person: their forwards, their devices; or a first one. */
export function PersonPhone({ portal, person }: { portal: string; person: string }) {
  const { t } = useTranslation('extensions');
  const may = useRights();
  const changed = useThingsChanged();
  const [handed, setHanded] = useState<Handed>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const query = api.useQuery('get', '/portals/{portal}/people/{person}/extensions', { params: { path: { portal, person } } });

  async function give() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await client.POST('/portals/{portal}/people/{person}/extension', {
        params: { path: { portal, person } },
        body: { device: t('person.device') },
      });
      setHanded(data);
      await changed();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />;
  }
  const action = may('CONFIGURE_CALL_HANDLING') ? (
    <Button leftSection={<IconPhonePlus size={18} />} loading={busy} onClick={() => void give()}>
      {t('person.give')}
    </Button>
  ) : undefined;
  return (
    <Stack>
      <ProblemNote problem={problem} />
      {query.data.items.length === 0 ? <Empty title={t('person.none')} text={t('person.none.text')} action={action} /> : null}
      {query.data.items.map((extension) => (
        <ForwardsForm key={`${extension.id}/${extension.version}`} portal={portal} extension={extension} />
      ))}
      <SecretDialog handed={handed} close={() => setHanded(undefined)} />
    </Stack>
  );
}
