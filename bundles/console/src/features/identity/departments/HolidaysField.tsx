import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '@/ui/server/types';
import classes from './Departments.module.css';
import { HolidayImport } from './HolidayImport';

/** Beyond these they are shown on demand: a list of years would hide the form. */
const FEW = 15;

interface HolidaysFieldProps {
  portal: string;
  zone: string;
  value: Holiday[];
  onChange: (value: Holiday[]) => void;
  error?: ReactNode;
}

/** The days on which a department is closed. */
export function HolidaysField({ portal, zone, value, onChange, error }: HolidaysFieldProps) {
  const { t } = useTranslation('departments');
  const [importing, { open, close }] = useDisclosure();
  const [all, setAll] = useState(false);
  const set = (index: number, part: Partial<Holiday>) =>
    onChange(value.map((holiday, i) => (i === index ? { ...holiday, ...part } : holiday)));
  const today = new Date().toLocaleDateString('sv');
  const shown = all ? value : value.slice(0, FEW);
  return (
    <Stack gap="sm">
      {value.length === 0 ? <Text c="dimmed">{t('holidays.none')}</Text> : null}
      <ul className={classes.holidays} aria-label={t('holidays')}>
        {shown.map((holiday, index) => (
          <li key={index} className={classes.holiday}>
            <TextInput
              label={t('holiday.name')}
              maxLength={64}
              value={holiday.name}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('holiday.from')}
              type="date"
              value={holiday.from}
              onChange={(event) => {
                const from = event.currentTarget.value;
                set(index, { from, until: holiday.until < from || holiday.until === holiday.from ? from : holiday.until });
              }}
            />
            <TextInput
              label={t('holiday.until')}
              type="date"
              value={holiday.until}
              onChange={(event) => set(index, { until: event.currentTarget.value })}
            />
            <div className={classes.yearly}>
              <Checkbox
                label={t('holiday.yearly')}
                checked={holiday.yearly}
                onChange={(event) => set(index, { yearly: event.currentTarget.checked })}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('holiday.remove', { name: holiday.name })}
              onClick={() => onChange(value.filter((_, i) => i !== index))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {error ? (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      ) : null}
      <Group gap="xs">
        {value.length > shown.length ? (
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            {t('holidays.all', { count: value.length })}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setAll(true);
            onChange([...value, { name: '', from: today, until: today, yearly: false }]);
          }}
        >
          {t('holiday.add')}
        </Button>
        <Button variant="subtle" size="xs" leftSection={<IconCalendarPlus size={16} />} onClick={open}>
          {t('holidays.import')}
        </Button>
      </Group>
      <HolidayImport
        opened={importing}
        close={close}
        portal={portal}
        zone={zone}
        present={value}
        take={(more) => onChange([...value, ...more].sort((one, other) => one.from.localeCompare(other.from)))}
      />
    </Stack>
  );
}
