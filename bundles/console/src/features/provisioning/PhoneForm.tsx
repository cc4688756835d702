import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client, ifMatch } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import type { HandedPhone } from './HandedDialog';
import { type Key, KeysField } from './KeysField';
import { MAKER_NAMES } from './makers';
import { spelled } from './spelled';
import { suggested } from './suggested';

export type Phone = components['schemas']['Phone'];
export type WaitingPhone = components['schemas']['WaitingPhone'];
type Draft = components['schemas']['PhoneDraft'];

const MAKERS = ['YEALINK', 'SNOM', 'GRANDSTREAM', 'FANVIL'] as const;
const TRANSPORTS = ['TLS', 'TCP', 'UDP'] as const;
const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
const NAMES: Record<string, string> = { ...MAKER_NAMES, en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' };

interface PhoneFormProps {
  portal: string;
  phone?: Phone;
  /** One that looked for a server: what it said is filled in. */
  waiting?: WaitingPhone;
  close: () => void;
  saved: (handed?: HandedPhone) => void;
}

/** Adds a phone, or changes one. */
export function PhoneForm({ portal, phone, waiting, close, saved }: PhoneFormProps) {
  const { t } = useTranslation(['provisioning', 'ui']);
  const extensions = api.useQuery('get', '/portals/{portal}/extensions', { params: { path: { portal }, query: { limit: 500 } } });
  const [draft, setDraft] = useState<Draft>(
    phone ?? { mac: waiting ? spelled(waiting.mac) : '', maker: waiting?.maker ?? 'YEALINK', model: waiting?.model ?? '', extension: '', label: '', transport: 'TLS', keys: [], networks: [] },
  );
  const [networks, setNetworks] = useState((phone?.networks ?? []).join('\n'));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const may = useRights();

  /** What an import said of the person fills what is empty still. */
  async function choose(extension: string) {
    const chosen = extensions.data?.items.find(({ id }) => id === extension);
    setDraft((before) => ({ ...before, extension, label: before.label || (chosen?.name ?? '').slice(0, 40) }));
    if (phone || !chosen?.person || !may('MANAGE_PEOPLE')) {
      return;
    }
    const { data } = await client.GET('/portals/{portal}/people/{id}/attributes', { params: { path: { portal, id: chosen.person } } }).catch(() => ({ data: undefined }));
    if (data) {
      setDraft((before) => ({ ...before, ...suggested(data.values, before) }));
    }
  }

  async function save() {
    setBusy(true);
    setProblem(undefined);
    const { mac, maker, model, extension, label, language, ringTone, transport, keys } = draft;
    const body: Draft = {
      mac,
      maker,
      model,
      extension,
      label,
      transport,
      keys,
      networks: networks.split(/\s+/).filter(Boolean),
      ...(language ? { language } : {}),
      ...(ringTone ? { ringTone } : {}),
    };
    try {
      if (phone) {
        await client.PUT('/portals/{portal}/phones/{phone}', { params: { path: { portal, phone: phone.id }, header: ifMatch(phone.version) }, body });
        saved();
      } else {
        saved((await client.POST('/portals/{portal}/phones', { params: { path: { portal } }, body })).data);
      }
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={close} size="lg" title={t(phone ? 'change' : waiting ? 'waiting.set-up' : 'add')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <ProblemNote problem={problem} />
          <TextInput required label={t('mac')} placeholder="00:15:65:aa:bb:cc" maxLength={40} value={draft.mac} onChange={(event) => set({ mac: event.currentTarget.value })} />
          <Group grow>
            <Select required label={t('maker')} allowDeselect={false} data={MAKERS.map((value) => ({ value, label: NAMES[value]! }))} value={draft.maker} onChange={(value) => set({ maker: value as Draft['maker'] })} />
            <TextInput required label={t('model')} maxLength={20} value={draft.model} onChange={(event) => set({ model: event.currentTarget.value })} />
          </Group>
          <Select
            required
            searchable
            label={t('extension')}
            data={(extensions.data?.items ?? []).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
            value={draft.extension || null}
            onChange={(value) => void choose(value ?? '')}
          />
          <TextInput required label={t('label')} maxLength={40} value={draft.label} onChange={(event) => set({ label: event.currentTarget.value })} />
          <Group grow>
            <Select label={t('language')} placeholder={t('language.person')} clearable data={LANGUAGES.map((value) => ({ value, label: NAMES[value]! }))} value={draft.language ?? null} onChange={(value) => set({ language: value ?? undefined } as Partial<Draft>)} />
            <Select label={t('transport')} allowDeselect={false} data={TRANSPORTS.map((value) => ({ value, label: t(`transport.${value}`) }))} value={draft.transport} onChange={(value) => set({ transport: value as Draft['transport'] })} />
          </Group>
          <TextInput label={t('ringTone')} description={t('ringTone.about')} maxLength={40} value={draft.ringTone ?? ''} onChange={(event) => set({ ringTone: event.currentTarget.value })} />
          <KeysField keys={(draft.keys ?? []) as Key[]} onChange={(keys) => set({ keys })} />
          <Textarea label={t('networks')} description={t('networks.about')} autosize minRows={2} value={networks} onChange={(event) => setNetworks(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
