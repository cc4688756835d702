import { ActionIcon, Button, Group, MultiSelect, Paper, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface TimeRow {
  from: string;
  to: string;
  weekdays?: string[];
  days?: number[];
  months?: number[];
}

export interface TimeGroup {
  name: string;
  rows: TimeRow[];
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const MONTHS = Array.from({ length: 12 }, (_, i) => i);
const DIVERSIONS = ['DO_NOT_DISTURB', 'ALWAYS', 'BUSY', 'NO_ANSWER', 'UNAVAILABLE', 'FOLLOW_ME', 'SECRETARY', 'ASSISTANT'] as const;
const ROW: TimeRow = { from: '08:00', to: '17:00' };

interface TimesFieldProps {
  groups: TimeGroup[];
  times: Record<string, string>;
  onChange: (groups: TimeGroup[], times: Record<string, string>) => void;
}

/** Own times, and which diversion is on in which of them. */
export function TimesField({ groups, times, onChange }: TimesFieldProps) {
  const { t } = useTranslation('extensions');
  const change = (index: number, group: TimeGroup) => {
    const old = groups[index]?.name;
    const bound = Object.fromEntries(Object.entries(times).map(([diversion, name]) => [diversion, name === old ? group.name : name]));
    onChange(
      groups.map((one, i) => (i === index ? group : one)),
      bound,
    );
  };
  const drop = (index: number) =>
    onChange(
      groups.filter((_, i) => i !== index),
      Object.fromEntries(Object.entries(times).filter(([, name]) => name !== groups[index]?.name)),
    );
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('times.title')}</Text>
      <Text c="dimmed" size="sm">
        {t('times.about')}
      </Text>
      {groups.map((group, index) => (
        <Paper withBorder p="sm" key={index} role="group" aria-label={group.name}>
          <Stack gap="xs">
            <Group align="flex-end">
              <TextInput label={t('times.name')} maxLength={100} flex={1} value={group.name} onChange={(event) => change(index, { ...group, name: event.currentTarget.value })} />
              <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => drop(index)}>
                {t('times.remove')}
              </Button>
            </Group>
            {group.rows.map((row, at) => (
              <RowFields
                key={at}
                row={row}
                only={group.rows.length === 1}
                onChange={(next) => change(index, { ...group, rows: group.rows.map((one, i) => (i === at ? next : one)) })}
                onRemove={() => change(index, { ...group, rows: group.rows.filter((_, i) => i !== at) })}
              />
            ))}
            <Group>
              <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={() => change(index, { ...group, rows: [...group.rows, ROW] })}>
                {t('times.row.add')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={groups.length >= 20}
          onClick={() => onChange([...groups, { name: `${t('times.new')} ${groups.length + 1}`, rows: [ROW] }], times)}
        >
          {t('times.add')}
        </Button>
      </Group>
      {groups.length > 0
        ? DIVERSIONS.map((diversion) => (
            <Select
              key={diversion}
              label={t(`times.of.${diversion}`)}
              placeholder={t('times.none')}
              clearable
              clearButtonProps={{ 'aria-label': t('clear') }}
              data={[...new Set(groups.map(({ name }) => name))]}
              value={times[diversion] ?? null}
              onChange={(name) => {
                const { [diversion]: _, ...rest } = times;
                onChange(groups, name ? { ...rest, [diversion]: name } : rest);
              }}
            />
          ))
        : null}
    </Stack>
  );
}

function RowFields({ row, only, onChange, onRemove }: { row: TimeRow; only: boolean; onChange: (row: TimeRow) => void; onRemove: () => void }) {
  const { t, i18n } = useTranslation('extensions');
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('clear') } };
  return (
    <Group align="flex-end" gap="xs" wrap="wrap">
      <TextInput label={t('times.from')} w={90} maxLength={5} value={row.from} onChange={(event) => onChange({ ...row, from: event.currentTarget.value })} />
      <TextInput label={t('times.to')} w={90} maxLength={5} value={row.to} onChange={(event) => onChange({ ...row, to: event.currentTarget.value })} />
      <MultiSelect
        label={t('times.weekdays')}
        flex="1 1 180px"
        {...clear}
        data={WEEKDAYS.map((day, i) => ({ value: day, label: weekday.format(Date.UTC(2024, 0, 1 + i)) }))}
        value={row.weekdays ?? []}
        onChange={(weekdays) => onChange({ ...row, weekdays })}
      />
      <TagsInput
        label={t('times.days')}
        flex="1 1 120px"
        {...clear}
        value={(row.days ?? []).map(String)}
        onChange={(days) => onChange({ ...row, days: days.map(Number).filter((day) => day >= 1 && day <= 31) })}
      />
      <MultiSelect
        label={t('times.months')}
        flex="1 1 160px"
        {...clear}
        data={MONTHS.map((i) => ({ value: String(i + 1), label: month.format(Date.UTC(2024, i, 1)) }))}
        value={(row.months ?? []).map(String)}
        onChange={(months) => onChange({ ...row, months: months.map(Number) })}
      />
      <ActionIcon variant="subtle" size="lg" aria-label={t('times.row.remove')} disabled={only} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
