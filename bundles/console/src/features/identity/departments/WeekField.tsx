import { ActionIcon, Button, Menu, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconDots, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Departments.module.css';
import { copied, type Day, DAYS, dayName, endOf, further, type Range, type Week } from './week';

const HOURS = { from: '09:00', until: '17:00' };
const BREAK = { from: '12:00', until: '13:00' };
const WORKDAYS = DAYS.slice(0, 5);

interface WeekFieldProps {
  hours: Week;
  breaks: Week;
  onChange: (hours: Week, breaks: Week) => void;
  error?: ReactNode;
}

const isEmpty = (week: Week) => DAYS.every((day) => week[day].length === 0);

/** When a department is open: always, or on each day of the week at its times but for its breaks. */
export function WeekField({ hours, breaks, onChange, error }: WeekFieldProps) {
  const { t, i18n } = useTranslation('departments');
  const [planned, setPlanned] = useState(!isEmpty(hours));
  const weekly = planned || !isEmpty(hours);

  function choose(kind: string) {
    setPlanned(kind === 'week');
    const none = copied(hours, 'MONDAY', []);
    for (const day of DAYS) {
      none[day] = [];
    }
    onChange(kind === 'week' ? copied({ ...none, MONDAY: [HOURS] }, 'MONDAY', WORKDAYS) : none, breaks);
  }

  const set = (kind: 'hours' | 'breaks', day: Day, ranges: Range[]) =>
    kind === 'hours' ? onChange({ ...hours, [day]: ranges }, breaks) : onChange(hours, { ...breaks, [day]: ranges });
  const copy = (day: Day, to: readonly Day[]) => onChange(copied(hours, day, to), copied(breaks, day, to));
  return (
    <Stack gap="sm">
      <div>
        <SegmentedControl
          aria-label={t('hours')}
          value={weekly ? 'week' : 'always'}
          onChange={choose}
          data={[
            { value: 'always', label: t('hours.always') },
            { value: 'week', label: t('hours.week') },
          ]}
        />
      </div>
      <div className={classes.week}>
        <div className={`${classes.day} ${classes.head}`}>
          <span>{t('hours.day')}</span>
          <span>{weekly ? t('hours.open') : ''}</span>
          <span>{t('breaks')}</span>
        </div>
        {DAYS.map((day) => {
          const name = dayName(day, i18n.language);
          return (
            <div key={day} className={classes.day} role="group" aria-label={name}>
              <span className={classes.dayName}>{name}</span>
              {weekly ? (
                <Ranges
                  day={name}
                  label={t('hours.open')}
                  none={t('hours.closed')}
                  add={t('hours.add')}
                  ranges={hours[day]}
                  usual={HOURS}
                  set={(ranges) => set('hours', day, ranges)}
                />
              ) : (
                <span className={classes.closed}>{t('hours.allDay')}</span>
              )}
              <Ranges
                day={name}
                label={t('breaks')}
                none={t('breaks.none')}
                add={t('breaks.add')}
                ranges={breaks[day]}
                usual={BREAK}
                set={(ranges) => set('breaks', day, ranges)}
              />
              <Copy day={day} name={name} copy={copy} />
            </div>
          );
        })}
      </div>
      {error ? (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('hours.help')}
      </Text>
    </Stack>
  );
}

function Copy({ day, name, copy }: { day: Day; name: string; copy: (day: Day, to: readonly Day[]) => void }) {
  const { t } = useTranslation('departments');
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" className={classes.more ?? ''} aria-label={t('hours.copy.menu', { day: name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy(day, WORKDAYS)}>
          {t('hours.copy.workdays')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy(day, DAYS)}>
          {t('hours.copy.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface RangesProps {
  day: string;
  label: string;
  none: string;
  add: string;
  ranges: Range[];
  usual: Range;
  set: (ranges: Range[]) => void;
}

function Ranges({ day, label, none, add, ranges, usual, set }: RangesProps) {
  const { t } = useTranslation('departments');
  const id = useId();
  const change = (index: number, part: Partial<Range>) =>
    set(ranges.map((range, i) => (i === index ? { ...range, ...part } : range)));
  return (
    <div className={classes.ranges}>
      <span className={classes.label}>{label}</span>
      {ranges.map((range, index) => (
        <div key={`${id}-${index}`} className={classes.range}>
          <TextInput
            type="time"
            aria-label={t('range.from', { day, label })}
            value={range.from}
            onChange={(event) => change(index, { from: event.currentTarget.value })}
          />
          <span aria-hidden>–</span>
          <TextInput
            inputMode="numeric"
            maxLength={5}
            placeholder="24:00"
            w={84}
            aria-label={t('range.until', { day, label })}
            value={range.until}
            onChange={(event) => change(index, { until: event.currentTarget.value })}
            onBlur={(event) => change(index, { until: endOf(event.currentTarget.value) })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('range.remove', { day, from: range.from, until: range.until })}
            onClick={() => set(ranges.filter((_, i) => i !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} />}
          aria-label={`${day}: ${add}`}
          onClick={() => set([...ranges, further(ranges, usual)])}
        >
          {ranges.length === 0 ? `${none} · ${add}` : add}
        </Button>
      </div>
    </div>
  );
}
