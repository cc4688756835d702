import { Chip, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DAYS, type DayName, dayOf, type PlanValues, REPEATS, type Repeat, weekOfSeries } from './planDraft';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface WhenFieldsProps {
  values: PlanValues;
  errors: Record<string, unknown>;
  change: <K extends keyof PlanValues>(field: K, value: PlanValues[K]) => void;
}

/** When a meeting is, how long, and how it repeats. */
export function WhenFields({ values, errors, change }: WhenFieldsProps) {
  const { t, i18n } = useTranslation('scheduling');
  const dayName = (day: DayName, width: 'long' | 'short') =>
    new Intl.DateTimeFormat(i18n.language, { weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day))));
  const startDay = dayOf(values.date || '2024-01-01');
  const weekday = dayName(startDay, 'long');
  const repeats = REPEATS.map((value) => ({
    value,
    label: value === 'MONTHLY_WEEK' ? t(`repeat.MONTHLY_WEEK.${weekOfSeries(values)}`, { day: weekday }) : t(`repeat.${value}`),
  }));
  const error = (field: string) => errors[field] as string | undefined;
  // One of the two is shown: whichever it is has what is wrong with the end.
  const end = error('count') ?? error('until');
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }}>
        <TextInput type="date" label={t('date')} required withAsterisk={false} value={values.date} error={error('date')} onChange={(event) => change('date', event.currentTarget.value)} />
        <TextInput type="time" label={t('time')} required withAsterisk={false} value={values.time} onChange={(event) => change('time', event.currentTarget.value)} />
        <NumberInput
          label={t('minutes')}
          min={5}
          max={1440}
          step={15}
          allowDecimal={false}
          value={values.minutes}
          error={error('minutes')}
          onChange={(value) => change('minutes', Number(value))}
        />
        <Select label={t('zone')} allowDeselect={false} searchable limit={80} data={ZONES.includes(values.zone) ? ZONES : [values.zone, ...ZONES]} value={values.zone} error={error('zone')} onChange={(value) => value && change('zone', value)} />
      </SimpleGrid>
      <Select label={t('repeat')} allowDeselect={false} data={repeats} value={values.repeat} error={error('repeat')} onChange={(value) => value && change('repeat', value as Repeat)} />
      {values.repeat === 'NONE' ? null : (
        <>
          {values.repeat === 'WEEKLY' ? (
            <Chip.Group multiple value={[...values.days, startDay]} onChange={(days) => change('days', (days as DayName[]).filter((day) => day !== startDay))}>
              <Group gap="xs" role="group" aria-label={t('days')}>
                {DAYS.map((day) => (
                  <Chip key={day} value={day} size="sm" disabled={day === startDay}>
                    {dayName(day, 'short')}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          ) : null}
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <NumberInput label={t('interval')} min={1} max={99} allowDecimal={false} value={values.interval} error={error('interval')} onChange={(value) => change('interval', Number(value))} />
            <Select
              label={t('ends')}
              allowDeselect={false}
              data={[
                { value: 'count', label: t('ends.count') },
                { value: 'until', label: t('ends.until') },
              ]}
              value={values.ends}
              onChange={(value) => value && change('ends', value as 'count')}
            />
            {values.ends === 'count' ? (
              <NumberInput label={t('count')} min={1} max={500} allowDecimal={false} value={values.count} error={end} onChange={(value) => change('count', Number(value))} />
            ) : (
              <TextInput type="date" label={t('until')} value={values.until} error={end} onChange={(event) => change('until', event.currentTarget.value)} />
            )}
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}
