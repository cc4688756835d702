import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import type { Department } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { type DepartmentValues, draftOf, valuesOf } from './departmentDraft';
import { HolidaysField } from './HolidaysField';
import { useDepartmentsChanged } from './useOverview';
import { dayName, faultIn } from './week';
import { WeekField } from './WeekField';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

const ZONES = Intl.supportedValuesOf('timeZone');

interface DepartmentFormProps {
  portal: string;
  department?: Department;
  done: (id: string) => void;
}

/** What a department is called, which language and time it has, and when it is open. */
export function DepartmentForm({ portal, department, done }: DepartmentFormProps) {
  const { t, i18n } = useTranslation('departments');
  const changed = useDepartmentsChanged();
  const saved = useRef(false);
  const { form, problem, saving, formRef, submit } = useServerForm<DepartmentValues>({
    mode: 'controlled',
    initialValues: valuesOf(department),
    validate: {
      name: (value) => (value.trim() === '' ? t('name.missing') : null),
      hours: (week, { breaks }) => {
        const day = faultIn(week) ?? faultIn(breaks);
        return day ? t('hours.fault', { day: dayName(day, i18n.language) }) : null;
      },
      holidays: (holidays) => (holidays.some(({ name }) => name.trim() === '') ? t('holiday.name.missing') : null),
    },
  });
  const values = form.getValues();

  const save = submit(async (wanted) => {
    const body = draftOf(wanted, department);
    const path = { portal };
    const { data } = department
      ? await client.PUT('/portals/{portal}/departments/{id}', {
          params: { path: { ...path, id: department.id }, header: ifMatch(department.version) },
          body,
        })
      : await client.POST('/portals/{portal}/departments', { params: { path }, body });
    saved.current = true;
    await changed();
    notifications.show({ message: t('saved') });
    if (data) {
      done(data.id);
    }
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <LeaveGuard when={() => form.isDirty() && !saved.current} />
      <Stack maw={820}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('name')} maxLength={64} autoFocus={!department} {...form.getInputProps('name')} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Select
                label={t('language')}
                description={t('language.help')}
                data={LANGUAGES}
                clearable
                clearButtonProps={{ 'aria-label': t('language.clear') }}
                placeholder={t('as.portal')}
                value={values.language || null}
                onChange={(value) => form.setFieldValue('language', value ?? '')}
                error={form.errors.language}
              />
              <Select
                label={t('zone')}
                description={t('zone.help')}
                data={ZONES}
                searchable
                limit={50}
                clearable
                clearButtonProps={{ 'aria-label': t('zone.clear') }}
                placeholder={t('as.portal')}
                value={values.zone || null}
                onChange={(value) => form.setFieldValue('zone', value ?? '')}
                error={form.errors.zone}
              />
            </SimpleGrid>
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <Title order={2} size="h4">
              {t('hours')}
            </Title>
            <WeekField
              hours={values.hours}
              breaks={values.breaks}
              onChange={(hours, breaks) => {
                form.setFieldValue('hours', hours);
                form.setFieldValue('breaks', breaks);
              }}
              error={form.errors.hours ?? form.errors.breaks}
            />
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <div>
              <Title order={2} size="h4">
                {t('holidays')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('holidays.about')}
              </Text>
            </div>
            <HolidaysField
              portal={portal}
              zone={values.zone}
              value={values.holidays}
              onChange={(holidays) => form.setFieldValue('holidays', holidays)}
              error={form.errors.holidays}
            />
          </Stack>
        </Paper>
        {department ? (
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        ) : (
          <Group>
            <Button type="submit" loading={saving}>
              {t('create')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
