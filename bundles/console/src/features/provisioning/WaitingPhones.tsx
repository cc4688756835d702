import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import { When } from '@/ui/When';
import { HandedDialog, type HandedPhone } from './HandedDialog';
import { MAKER_NAMES } from './makers';
import { PhoneForm, type WaitingPhone } from './PhoneForm';
import { PortalChoice } from './PortalChoice';
import { spelled } from './spelled';

interface WaitingPhonesProps {
  /** Whose list it is. */
  portal: string;
  /** In which portal they are set up; without one it is chosen for each. */
  setUpIn?: string;
  /** Shows nothing where none waits. */
  quiet?: boolean;
  changed?: () => void;
}

/** Phones that look for a server in the local network and that nobody added, each with what sets it up. */
export function WaitingPhones({ portal, setUpIn, quiet, changed }: WaitingPhonesProps) {
  const { t } = useTranslation('provisioning');
  const query = api.useQuery('get', '/portals/{portal}/waiting-phones', { params: { path: { portal } } });
  const [chosen, setChosen] = useState<WaitingPhone>();
  const [place, setPlace] = useState<string>();
  const [handed, setHanded] = useState<HandedPhone>();
  const rows = query.data?.items ?? [];
  const close = () => {
    setChosen(undefined);
    setPlace(undefined);
  };
  const columns: Column<WaitingPhone>[] = [
    { key: 'mac', title: t('mac'), heading: true, render: ({ mac }) => spelled(mac) },
    { key: 'userAgent', title: t('userAgent'), render: ({ maker, model }) => [maker && MAKER_NAMES[maker], model].filter(Boolean).join(' ') || '–' },
    { key: 'address', title: t('address'), render: ({ address }) => address },
    { key: 'asked', title: t('waiting.asked'), width: 170, render: ({ asked }) => <When at={asked} /> },
    {
      key: 'actions',
      title: t('actions'),
      width: 150,
      render: (phone) => (
        <Button size="xs" aria-label={t('waiting.set-up.of', { name: spelled(phone.mac) })} onClick={() => setChosen(phone)}>
          {t('waiting.set-up')}
        </Button>
      ),
    },
  ];
  const target = setUpIn ?? place;
  const hidden = quiet && rows.length === 0 && !handed;
  if (hidden) {
    return query.data?.sight === 'NO_NETWORK' ? (
      <Text size="sm" c="dimmed">
        {t('waiting.no-network', { host: location.hostname })}
      </Text>
    ) : null;
  }
  return (
    <Stack mb="lg">
      {quiet ? (
        <Title order={2} size="h4">
          {t('waiting')}
        </Title>
      ) : null}
      <Text c="dimmed">{t('waiting.check')}</Text>
      <ListView
        list={{ rows, loading: query.isPending, error: query.error, retry: () => void query.refetch() }}
        columns={columns}
        id={({ mac }) => mac}
        label={t('waiting')}
        empty={{ title: t('waiting.none'), text: t('waiting.none.text') }}
      />
      {chosen && !target ? <PortalChoice close={close} choose={setPlace} /> : null}
      {chosen && target ? (
        <PhoneForm
          portal={target}
          waiting={chosen}
          close={close}
          saved={(made) => {
            close();
            setHanded(made);
            void query.refetch();
            changed?.();
          }}
        />
      ) : null}
      <HandedDialog handed={handed} restarts close={() => setHanded(undefined)} />
    </Stack>
  );
}
