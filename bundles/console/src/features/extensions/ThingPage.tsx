import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { notFound, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { Devices } from './Devices';
import { HotDesks } from './HotDesks';
import { type Kind, KINDS, type Thing } from './kinds';
import { ServicesForm } from './ServicesForm';
import { SharedNote } from './SharedNote';
import { ThingForm } from './ThingForm';
import { TrunkState } from './TrunkState';
import { deleteThing, useThing, useThingsChanged } from './things';

/** One thing of a kind, or a new one. */
export function ThingPage() {
  const { kind: name, id } = useParams({ from: '/inside/shell/telephone/$kind/$id' });
  const kind = KINDS.find((one) => one.name === name) ;
  if (!kind) {
    throw notFound();
  }
  return id === 'new' ? <NewThing key={kind.name} kind={kind} /> : <KnownThing key={`${kind.name}/${id}`} kind={kind} id={id} />;
}

function useBack(kind: Kind) {
  const { t } = useTranslation('extensions');
  return { to: `/telephone?tab=${kind.name}`, label: t(`tab.${kind.name}`) };
}

function NewThing({ kind }: { kind: Kind }) {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const navigate = useNavigate();
  return (
    <Page title={t(`new.${kind.name}`)} about={t(`empty.${kind.name}.text`)} back={useBack(kind)}>
      <ThingForm portal={portal} kind={kind} done={({ id }) => void navigate({ to: '/telephone/$kind/$id', params: { kind: kind.name, id } })} />
    </Page>
  );
}

function KnownThing({ kind, id }: { kind: Kind; id: string }) {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const query = useThing(portal, kind.name, id);
  const back = useBack(kind);
  const thing = query.data;
  if (!thing) {
    return (
      <Page title={t(`tab.${kind.name}`)} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      title={thing.number && thing.number !== thing.name ? `${thing.number} ${thing.name}` : thing.name}
      state={kind.name === 'trunks' ? <TrunkState portal={portal} trunk={thing} /> : undefined}
      back={back}
      actions={<DeleteThing portal={portal} kind={kind} thing={thing} />}
    >
      <Stack gap="lg">
        {kind.name === 'inbound-numbers' ? <SharedNote key={thing.version} portal={portal} number={thing.id} /> : null}
        {kind.name === 'extensions' ? <HotDesks portal={portal} extension={thing.id} /> : null}
        {kind.name === 'extensions' ? <Devices portal={portal} extension={thing.id} changeable /> : null}
        <ThingForm key={thing.version} portal={portal} kind={kind} thing={thing} done={() => void query.refetch()} />
        {kind.name === 'extensions' ? <ServicesForm portal={portal} extension={thing.id} number={thing.number ?? ''} /> : null}
      </Stack>
    </Page>
  );
}

function DeleteThing({ portal, kind, thing }: { portal: string; kind: Kind; thing: Thing }) {
  const { t } = useTranslation('extensions');
  const navigate = useNavigate();
  const changed = useThingsChanged();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} />} onClick={open}>
        {t('delete')}
      </Button>
      <ConfirmName
        opened={opened}
        close={close}
        title={t('delete.title', { name: thing.name })}
        consequences={t('delete.text')}
        name={thing.name}
        action={t('delete')}
        act={async () => {
          await deleteThing(portal, kind.name, thing.id);
          await navigate({ to: '/telephone', search: { tab: kind.name } });
          await changed();
          notifications.show({ message: t('deleted', { name: thing.name }) });
        }}
      />
    </>
  );
}
