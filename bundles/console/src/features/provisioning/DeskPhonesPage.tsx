import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { HandedDialog, type HandedPhone } from './HandedDialog';
import { type Phone, PhoneForm } from './PhoneForm';
import { spelled } from './spelled';
import { WaitingPhones } from './WaitingPhones';

type Known = components['schemas']['ShownPhone'];

/** The desk phones of the portal. */
export function DeskPhonesPage() {
  const { t } = useTranslation(['provisioning', 'ui']);
  const portal = usePortal().id;
  const queries = useQueryClient();
  const [form, setForm] = useState<{ phone?: Phone }>();
  const [handed, setHanded] = useState<HandedPhone>();
  const [forgotten, setForgotten] = useState<Phone>();
  const [problem, setProblem] = useState<unknown>();
  const list = usePages<Known>(
    api.useInfiniteQuery('get', '/portals/{portal}/phones', { params: { path: { portal }, query: { limit: 50 } } }, byCursor) as unknown as Parameters<typeof usePages<Known>>[0],
  );
  const changed = () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/phones') });

  async function act(action: () => Promise<void>) {
    setProblem(undefined);
    try {
      await action();
      await changed();
    } catch (error) {
      setProblem(error);
    }
  }

  const renew = (phone: string) =>
    act(async () => setHanded((await client.POST('/portals/{portal}/phones/{phone}/secret', { params: { path: { portal, phone } } })).data));
  const forget = (phone: string) =>
    act(async () => {
      setForgotten(undefined);
      await client.DELETE('/portals/{portal}/phones/{phone}', { params: { path: { portal, phone } } });
    });
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setForm({})}>
      {t('add')}
    </Button>
  );
  const columns: Column<Known>[] = [
    { key: 'label', title: t('label'), heading: true, share: 30, render: ({ label }) => label },
    { key: 'mac', title: t('mac'), width: 190, render: ({ mac }) => spelled(mac) },
    { key: 'model', title: t('model'), width: 150, render: ({ model }) => model },
    { key: 'fetched', title: t('fetched'), width: 170, render: ({ state }) => (state.fetched ? <When at={state.fetched} /> : t('fetched.never')) },
    { key: 'userAgent', title: t('userAgent'), share: 40, roomy: true, render: ({ state }) => state.userAgent ?? '–' },
    { key: 'address', title: t('address'), width: 150, roomy: true, render: ({ state }) => state.address ?? '–' },
    {
      key: 'actions',
      title: t('actions'),
      width: 110,
      render: (phone) => (
        <Group gap={4} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
          <Tooltip label={t('secret.new')}>
            <ActionIcon variant="subtle" aria-label={t('secret.new.of', { name: phone.label })} onClick={() => void renew(phone.id)}>
              <IconKey size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('forget')}>
            <ActionIcon variant="subtle" aria-label={t('forget.of', { name: phone.label })} onClick={() => setForgotten(phone)}>
              <IconTrash size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
    },
  ];
  return (
    <Page title={t('title')} about={t('about')} actions={add} wide>
      <Stack>
        <ProblemNote problem={problem} />
        <WaitingPhones portal={portal} setUpIn={portal} quiet changed={() => void changed()} />
        <ListView list={list} columns={columns} id={({ id }) => id} label={t('title')} open={(phone) => setForm({ phone })} empty={{ title: t('empty'), text: t('empty.text'), action: add }} />
      </Stack>
      {form ? (
        <PhoneForm
          portal={portal}
          {...form}
          close={() => setForm(undefined)}
          saved={(made) => {
            setForm(undefined);
            setHanded(made);
            void changed();
          }}
        />
      ) : null}
      <HandedDialog handed={handed} close={() => setHanded(undefined)} />
      <Modal opened={forgotten !== undefined} onClose={() => setForgotten(undefined)} title={t('forget.of', { name: forgotten?.label ?? '' })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        <Stack>
          <Text>{t('forget.sure')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setForgotten(undefined)}>
              {t('cancel')}
            </Button>
            <Button color="red" onClick={() => forgotten && void forget(forgotten.id)}>
              {t('forget')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Page>
  );
}
