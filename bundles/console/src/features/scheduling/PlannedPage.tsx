import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Occurrence } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { byCursor, usePages } from '@/ui/usePages';
import { useZone } from '@/ui/useZone';
import { CalendarView } from './calendar/CalendarView';
import { byDay, dayText, isDay } from './days';
import { useLocale } from './locale';
import { OccurrenceRow } from './OccurrenceRow';

const RANGE_DAYS = 120;
const VIEWS = ['list', 'week', 'month'] as const;
type View = (typeof VIEWS)[number];

/** What takes place in the next months: by day in a list, or in a calendar. */
export function PlannedPage() {
  const { t } = useTranslation('scheduling');
  const may = useRights();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/shell/meetings/planned' });
  const view = VIEWS.find((one) => one === search.view) ?? 'list';
  const day = isDay(search.day) ? search.day : undefined;
  const [whose, setWhose] = useState('mine');
  const show = (wanted: View, on?: string) =>
    void navigate({ to: '/meetings/planned', search: { ...(wanted === 'list' ? {} : { view: wanted }), ...(on ? { day: on } : {}) }, replace: true });
  const plan = may('HOST_MEETINGS') ? (
    <Button leftSection={<IconCalendarPlus size={18} />} renderRoot={(props) => <Link to="/meetings/planned/$id" params={{ id: 'new' }} {...props} />}>
      {t('plan.new')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('planned')} about={t('planned.about')} back={{ to: '/meetings', label: t('meetings') }} actions={plan} wide={view !== 'list'}>
      <Stack gap="lg">
        <Group>
          <SegmentedControl
            aria-label={t('view')}
            value={view}
            onChange={(wanted) => show(wanted as View, day)}
            data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
          {may('MANAGE_PORTAL') ? (
            <SegmentedControl
              aria-label={t('whose')}
              value={whose}
              onChange={setWhose}
              data={[
                { value: 'mine', label: t('whose.mine') },
                { value: 'everybody', label: t('whose.everybody') },
              ]}
            />
          ) : null}
        </Group>
        {view === 'list' ? (
          <Upcoming everybody={whose === 'everybody'} plan={plan} />
        ) : (
          <CalendarView
            view={view}
            day={day}
            everybody={whose === 'everybody'}
            show={show}
            plan={
              plan
                ? (on, time) => void navigate({ to: '/meetings/planned/$id', params: { id: 'new' }, search: { day: on, ...(time ? { time } : {}) } })
                : undefined
            }
          />
        )}
      </Stack>
    </Page>
  );
}

function Upcoming({ everybody, plan }: { everybody: boolean; plan: ReactNode }) {
  const { t } = useTranslation('scheduling');
  const portal = usePortal();
  const zone = useZone();
  const locale = useLocale();
  // The same range for as long as the page is open, so that its pages fit together.
  const [now] = useState(() => Date.now());
  const list = usePages<Occurrence>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/occurrences',
      {
        params: {
          path: { portal: portal.id },
          query: {
            from: new Date(now).toISOString(),
            until: new Date(now + RANGE_DAYS * 86_400_000).toISOString(),
            everybody,
            limit: 100,
          },
        },
      },
      byCursor,
    ),
  );
  return (
    <Stack gap="lg">
      {list.error ? (
        <Failed error={list.error} retry={list.retry} />
      ) : list.loading ? (
        <Loading />
      ) : list.rows.length === 0 ? (
        <Empty title={t('empty')} text={t('empty.text')} action={plan} />
      ) : (
        byDay(list.rows, zone).map((day) => (
          <section key={day.key} aria-labelledby={`day-${day.key}`}>
            <Title order={2} size="h4" id={`day-${day.key}`} mb="xs">
              {dayText(day.occurrences[0]!.starts, locale, zone)}
            </Title>
            <Stack gap="xs">
              {day.occurrences.map((one) => (
                <OccurrenceRow key={`${one.meeting}/${one.occurrence}`} one={one} language={locale} zone={zone} />
              ))}
            </Stack>
          </section>
        ))
      )}
      {list.more ? (
        <Button variant="default" loading={list.loadingMore ?? false} onClick={list.more}>
          {t('more')}
        </Button>
      ) : null}
    </Stack>
  );
}

