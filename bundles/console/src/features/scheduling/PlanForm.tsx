import { Button, Group, Paper, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemNote } from '@/ui/ProblemNote';
import { client, ifMatch } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { PlannedMeeting } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { useZone } from '@/ui/useZone';
import { InviteFields } from './InviteFields';
import { isOfPlans } from './isOfPlans';
import { draftOf, type PlanValues, valuesOf } from './planDraft';
import { WhenFields } from './WhenFields';

const REMINDERS = ['0', '5', '15', '60', '1440'];

/** Where the form shows what the server says of a part of the draft. */
const PLACES = {
  '/start': 'date',
  '/recurrence/interval': 'interval',
  '/recurrence/count': 'count',
  '/recurrence/until': 'until',
  '/recurrence/days': 'repeat',
  '/recurrence/week': 'repeat',
  '/room/pin': 'pin',
  '/room/video': 'video',
};

const END = ['ends', 'count', 'until'];

interface PlanFormProps {
  meeting?: PlannedMeeting;
  /** The day and the time that a new one begins with. */
  day?: string;
  time?: string;
  done: (meeting: PlannedMeeting) => void;
  leave: () => void;
}

/** Plans a meeting, or changes one. */
export function PlanForm({ meeting, day, time, done, leave }: PlanFormProps) {
  const { t } = useTranslation('scheduling');
  const queries = useQueryClient();
  const portal = usePortal();
  const here = useZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { form, problem, saving, formRef, submit } = useServerForm<PlanValues>({
    mode: 'controlled',
    initialValues: valuesOf(meeting, here, { ...(day ? { day } : {}), ...(time ? { time } : {}) }),
    validate: { title: (value) => (value.trim() === '' ? t('title.missing') : null) },
  }, '', PLACES);
  const values = form.getValues();
  const change = <K extends keyof PlanValues>(field: K, value: PlanValues[K]) => {
    form.setFieldValue(field as string, value as never);
    // What is wrong with the end of a series is wrong with either way to say it.
    for (const one of END.includes(field as string) ? END : [field as string]) {
      form.clearFieldError(one);
    }
  };
  const save = submit(async (chosen) => {
    const body = draftOf(chosen);
    const answer = meeting
      ? await client.PUT('/portals/{portal}/planned-meetings/{id}', {
          params: { path: { portal: portal.id, id: meeting.id }, header: ifMatch(meeting.version) },
          body,
        })
      : await client.POST('/portals/{portal}/planned-meetings', { params: { path: { portal: portal.id } }, body });
    await queries.invalidateQueries({ predicate: isOfPlans, refetchType: 'active' });
    done(answer.data!);
  });
  const profiles = ['low', 'standard', 'high', 'hd'].filter((profile) => portal.profiles.includes(profile));
  const choice = (field: 'video' | 'lobby' | 'screens', label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t('room.portal')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={data}
      value={values[field] || null}
      error={form.errors[field]}
      onChange={(value) => change(field, value ?? '')}
    />
  );
  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <LeaveGuard when={() => form.isDirty() && !saving} />
      <Stack maw={720}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('title')} maxLength={200} autoFocus={!meeting} {...form.getInputProps('title')} />
            <WhenFields values={values} errors={form.errors} change={change} />
            <Textarea label={t('agenda')} maxLength={4000} autosize minRows={2} maxRows={12} {...form.getInputProps('agenda')} />
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <Title order={2}>{t('invite')}</Title>
            <InviteFields portal={portal.id} values={values} change={change} />
            <Select label={t('reminder')} allowDeselect={false} data={REMINDERS.map((value) => ({ value, label: t(`reminder.${value}`) }))} value={values.reminder} onChange={(value) => value && change('reminder', value)} />
          </Stack>
        </Paper>
        <Paper p="lg">
          <Stack>
            <Title order={2}>{t('room')}</Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {choice('lobby', t('lobby'), (['OFF', 'GUESTS', 'EVERYBODY'] as const).map((value) => ({ value, label: t(`lobby.${value}`) })))}
              {choice('screens', t('screens'), (['HOSTS', 'MEMBERS', 'EVERYBODY'] as const).map((value) => ({ value, label: t(`screens.${value}`) })))}
              {choice('video', t('video'), profiles.map((value) => ({ value, label: t(`video.${value}`) })))}
              {portal.features.includes('PIN') ? (
                <TextInput label={t('pin')} description={t('pin.help')} inputMode="numeric" maxLength={10} autoComplete="off" {...form.getInputProps('pin')} />
              ) : null}
            </SimpleGrid>
          </Stack>
        </Paper>
        <Group>
          <Button type="submit" loading={saving}>
            {meeting ? t('save') : t('plan')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
