import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { MeetingReport } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { Empty, Failed, Loading } from '@/ui/States';
import { useMeetingTitle } from '@/ui/useMeetingTitle';
import { When } from '@/ui/When';
import { duration } from './duration';

type Attendee = MeetingReport['attendees'][number];
type Stay = Attendee['stays'][number];
type Span = { lowest: number; average: number; highest: number };

/** Who was in a meeting, how long, and how their connection was. */
export function ReportPage() {
  const { t } = useTranslation('meetings');
  const { id } = useParams({ from: '/inside/shell/meetings/$id/report' });
  const portal = usePortal();
  const called = useMeetingTitle();
  const query = api.useQuery('get', '/portals/{portal}/meetings/{meeting}/report', {
    params: { path: { portal: portal.id, meeting: id } },
  });
  const back = { to: '/meetings', label: t('title') };
  if (!query.data) {
    return (
      <Page title={t('report')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const report = query.data;
  return (
    <Page
      title={t('report.of', { title: called(report) })}
      back={back}
      actions={
        <Button
          component="a"
          href={`/api/v1/portals/${portal.id}/meetings/${id}/report/attendance.csv`}
          download
          variant="default"
          leftSection={<IconDownload size={18} />}
        >
          {t('report.csv')}
        </Button>
      }
    >
      <Stack maw={960}>
        <Facts report={report} />
        {report.complete ? null : <Text>{t('report.cut')}</Text>}
        {report.attendees.length === 0 ? <Empty title={t('report.nobody')} text={t('report.nobody.text')} /> : null}
        {report.attendees.map((attendee) => (
          <Person key={`${attendee.person ?? ''} ${attendee.name}`} attendee={attendee} />
        ))}
      </Stack>
    </Page>
  );
}

function Facts({ report }: { report: MeetingReport }) {
  const { t, i18n } = useTranslation('meetings');
  return (
    <Paper p="lg">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Fact label={t('started')}>
          <When at={report.started} />
        </Fact>
        <Fact label={t('state.ended')}>{report.ended ? <When at={report.ended} /> : t('report.open')}</Fact>
        <Fact label={t('report.duration')}>{duration(report.seconds, i18n.language)}</Fact>
        <Fact label={t('report.people')}>{report.attendees.length}</Fact>
      </SimpleGrid>
    </Paper>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </div>
  );
}

function Person({ attendee }: { attendee: Attendee }) {
  const { t, i18n } = useTranslation('meetings');
  const kind = attendee.host ? 'person.host' : attendee.person ? undefined : 'person.guest';
  return (
    <Paper p="lg" component="section" aria-label={attendee.name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {attendee.name}
            {kind ? (
              <Text span c="dimmed" ml="xs">
                {t(kind)}
              </Text>
            ) : null}
          </Title>
          <Text className="tabular">{duration(attendee.seconds, i18n.language)}</Text>
        </Group>
        {attendee.stays.map((stay) => (
          <OneStay key={stay.joined} stay={stay} />
        ))}
      </Stack>
    </Paper>
  );
}

function OneStay({ stay }: { stay: Stay }) {
  const { t, i18n } = useTranslation('meetings');
  const { quality } = stay;
  const figures: [string, Span | undefined, string][] = quality
    ? [
        [t('report.roundTrip'), quality.roundTrip, 'ms'],
        [t('report.loss'), quality.loss, '%'],
        [t('report.jitter'), quality.jitter, 'ms'],
        [t('report.sent'), quality.sent, 'p'],
        [t('report.received'), quality.received, 'p'],
      ]
    : [];
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text component="div" size="sm">
          <When at={stay.joined} seconds /> – {stay.left ? <When at={stay.left} seconds /> : null}
        </Text>
        {stay.left ? null : <StateBadge signal="live">{t('report.inside')}</StateBadge>}
        <Text size="sm" c="dimmed" className="tabular">
          {duration(stay.seconds, i18n.language)}
        </Text>
      </Group>
      {quality ? (
        <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
          {figures.map(([label, span, unit]) => (
            <Fact key={label} label={label}>
              {span ? <Figure span={span} unit={unit} /> : '–'}
            </Fact>
          ))}
        </SimpleGrid>
      ) : (
        <Text size="sm" c="dimmed">
          {t('report.unmeasured')}
        </Text>
      )}
    </Stack>
  );
}

/** The average, and between what it was. */
function Figure({ span, unit }: { span: Span; unit: string }) {
  const { i18n } = useTranslation();
  const say = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <>
      <Text span className="tabular">
        {say(span.average)} {unit}
      </Text>
      <Text size="xs" c="dimmed" className="tabular">
        {say(span.lowest)} – {say(span.highest)}
      </Text>
    </>
  );
}
