import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';

export type Key = components['schemas']['PhoneKey'];

const KINDS = ['EXTENSION', 'PARK', 'SPEED_DIAL'] as const;
const MOST = 40;

/** The keys of a phone, in their order. */
export function KeysField({ keys, onChange }: { keys: Key[]; onChange: (keys: Key[]) => void }) {
  const { t } = useTranslation('provisioning');
  const change = (place: number, part: Partial<Key>) => onChange(keys.map((key, i) => (i === place ? { ...key, ...part } : key)));
  return (
    <Stack gap="xs" role="group" aria-label={t('keys')}>
      <Input.Label component="div">{t('keys')}</Input.Label>
      {keys.map((key, place) => (
        <Group key={place} gap="xs" wrap="nowrap" align="flex-end">
          <Select aria-label={t('key.kind')} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`key.${value}`) }))} value={key.kind} onChange={(value) => change(place, { kind: value as Key['kind'] })} />
          <TextInput aria-label={t('key.value')} placeholder={t('key.value')} maxLength={21} value={key.value} onChange={(event) => change(place, { value: event.currentTarget.value })} />
          <TextInput aria-label={t('key.label')} placeholder={t('key.label')} maxLength={40} value={key.label} onChange={(event) => change(place, { label: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('key.remove', { name: place + 1 })} onClick={() => onChange(keys.filter((_, i) => i !== place))}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {keys.length < MOST ? (
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} />} onClick={() => onChange([...keys, { kind: 'EXTENSION', value: '', label: '' }])}>
          {t('key.add')}
        </Button>
      ) : null}
    </Stack>
  );
}
