import { Anchor, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Occurrence } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { byCursor, usePages } from '@/ui/usePages';
import { useZone } from '@/ui/useZone';
import { AnswerBadge } from './AnswerBadge';
import { byDay, dayText, span } from './days';

const RANGE_DAYS = 120;

/** What takes place in the next months, by day. */
export function PlannedPage() {
  const { t, i18n } = useTranslation('scheduling');
  const portal = usePortal();
  const may = useRights();
  const zone = useZone();
  const [whose, setWhose] = useState('mine');
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
            everybody: whose === 'everybody',
            limit: 100,
          },
        },
      },
      byCursor,
    ),
  );
  const mayPlan = may('HOST_MEETINGS');
  const plan = (
    <Button leftSection={<IconCalendarPlus size={18} />} renderRoot={(props) => <Link to="/meetings/planned/$id" params={{ id: 'new' }} {...props} />}>
      {t('plan.new')}
    </Button>
  );
  return (
    <Page title={t('planned')} about={t('planned.about')} back={{ to: '/meetings', label: t('meetings') }} actions={mayPlan ? plan : undefined}>
      <Stack gap="lg">
        {may('MANAGE_PORTAL') ? (
          <SegmentedControl
            aria-label={t('whose')}
            value={whose}
            onChange={setWhose}
            data={[
              { value: 'mine', label: t('whose.mine') },
              { value: 'everybody', label: t('whose.everybody') },
            ]}
            style={{ alignSelf: 'flex-start' }}
          />
        ) : null}
        {list.error ? (
          <Failed error={list.error} retry={list.retry} />
        ) : list.loading ? (
          <Loading />
        ) : list.rows.length === 0 ? (
          <Empty title={t('empty')} text={t('empty.text')} action={mayPlan ? plan : undefined} />
        ) : (
          byDay(list.rows, zone).map((day) => (
            <section key={day.key} aria-labelledby={`day-${day.key}`}>
              <Title order={2} size="h4" id={`day-${day.key}`} mb="xs">
                {dayText(day.occurrences[0]!.starts, i18n.language, zone)}
              </Title>
              <Stack gap="xs">
                {day.occurrences.map((one) => (
                  <OccurrenceRow key={`${one.meeting}/${one.occurrence}`} one={one} language={i18n.language} zone={zone} />
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
    </Page>
  );
}

function OccurrenceRow({ one, language, zone }: { one: Occurrence; language: string; zone: string | undefined }) {
  const { t } = useTranslation('scheduling');
  return (
    <Paper p="md">
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0, flex: '1 1 220px' }}>
          <Anchor component={Link} to={`/meetings/planned/${one.meeting}`} c="inherit" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {one.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            <span className="tabular">{span(one.starts, one.ends, language, zone)}</span> · {one.organizerName}
            {one.repeats ? ` · ${one.moved ? t('moved') : t('series')}` : ''}
          </Text>
        </div>
        {one.answer ? <AnswerBadge answer={one.answer} /> : null}
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/m/$code" params={{ code: one.code }} aria-label={t('join.of', { title: one.title })} {...props} />}>
          {t('join')}
        </Button>
      </Group>
    </Paper>
  );
}
