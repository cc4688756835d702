import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/ui/Logo';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery } from '@/ui/server/session';
import type { Answer, Invitation } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { AnswerBadge } from './AnswerBadge';
import { dayText, span } from './days';
import { useLocale } from './locale';
import { OwnTime } from './OwnTime';

const ANSWERS = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;

/** The secret behind the `#` of the mail's link. */
function secretOf(hash: string): string {
  return /^[0-9a-f]{32}$/.exec(hash.slice(1))?.[0] ?? '';
}

/** The answer that the pressed link of the mail is for; it is given with a press here, since programs open links too. */
function wantedOf(search: string): Answer | undefined {
  const wanted = new URLSearchParams(search).get('answer')?.toUpperCase();
  return ANSWERS.find((one) => one === wanted);
}

/** Where the links of an invitation lead: what it is about, and the answer. No account is needed. */
export function InvitationPage() {
  const { t } = useTranslation('scheduling');
  const [secret] = useState(() => secretOf(location.hash));
  const { data: session, error: closed, refetch: again } = useQuery(sessionQuery);
  const portal = session?.portal.id;
  const key = ['invitation', portal, secret];
  const query = useQuery({
    queryKey: key,
    queryFn: async () => (await client.GET('/portals/{portal}/invitations/{secret}', { params: { path: { portal: portal!, secret } } })).data!,
    enabled: portal !== undefined && secret !== '',
    retry: false,
  });
  const unknown = secret === '' || (query.error && asProblem(query.error).status === 404);
  return (
    <Center mih="100dvh" component="main" p="md">
      <Stack w="100%" maw={560} gap="lg">
        <Logo name={session?.portal.name ?? 'Patchbay'} />
        {unknown ? (
          <Empty order={1} title={t('invitation.none')} text={t('invitation.none.text')} />
        ) : query.data && portal ? (
          <AnswerCard portal={portal} secret={secret} invitation={query.data} queryKey={key} />
        ) : query.error || closed ? (
          <Failed error={query.error ?? closed} retry={() => void (query.error ? query.refetch() : again())} />
        ) : (
          <Loading rows={4} />
        )}
      </Stack>
    </Center>
  );
}

interface AnswerCardProps {
  portal: string;
  secret: string;
  invitation: Invitation;
  queryKey: readonly unknown[];
}

function AnswerCard({ portal, secret, invitation, queryKey }: AnswerCardProps) {
  const { t } = useTranslation('scheduling');
  const locale = useLocale();
  const queries = useQueryClient();
  const [wanted] = useState(() => wantedOf(location.search));
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const planned = invitation.state === 'PLANNED';

  async function give(answer: Answer, occurrence?: string) {
    setBusy(`${answer}${occurrence ?? ''}`);
    setProblem(undefined);
    try {
      const given = await client.PUT('/portals/{portal}/invitations/{secret}', {
        params: { path: { portal, secret } },
        body: { answer, ...(occurrence ? { occurrence } : {}) },
      });
      queries.setQueryData([...queryKey], given.data);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <Paper p="lg">
      <Stack>
        <div>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {invitation.title}
          </Title>
          <Text c="dimmed">{t('invitation.by', { name: invitation.organizerName })}</Text>
        </div>
        {planned ? null : <Text fw={600}>{t('invitation.cancelled')}</Text>}
        {invitation.agenda ? <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{invitation.agenda}</Text> : null}
        {planned && invitation.upcoming.length === 0 ? <Text>{t('invitation.over')}</Text> : null}
        {invitation.upcoming.map((one) => (
          <Group key={one.occurrence} justify="space-between" gap="xs">
            <div>
              <Text>
                {dayText(one.starts, locale, invitation.zone)}, <span className="tabular">{span(one.starts, one.ends, locale, invitation.zone)}</span> ({invitation.zone})
              </Text>
              <OwnTime starts={one.starts} ends={one.ends} zone={invitation.zone} />
            </div>
            {invitation.recurrence ? (
              <Group gap="xs">
                <AnswerBadge answer={one.answer} />
                <Button
                  size="xs"
                  variant="default"
                  loading={busy === `${one.answer === 'DECLINED' ? 'ACCEPTED' : 'DECLINED'}${one.occurrence}`}
                  onClick={() => void give(one.answer === 'DECLINED' ? 'ACCEPTED' : 'DECLINED', one.occurrence)}
                >
                  {one.answer === 'DECLINED' ? t('invitation.one.yes') : t('invitation.one.no')}
                </Button>
              </Group>
            ) : null}
          </Group>
        ))}
        {invitation.pin ? <Text>{t('pin')}: {invitation.pin}</Text> : null}
        <ProblemNote problem={problem} />
        {planned ? (
          <>
            <Group gap="xs" role="status">
              <Text>{t('invitation.answer')}</Text>
              <AnswerBadge answer={invitation.answer} />
            </Group>
            <Group role="group" aria-label={t('invitation.answer')}>
              {ANSWERS.map((answer) => (
                <Button
                  key={answer}
                  variant={(wanted ?? 'ACCEPTED') === answer ? 'filled' : 'default'}
                  data-autofocus={wanted === answer || undefined}
                  autoFocus={wanted === answer}
                  loading={busy === answer}
                  onClick={() => void give(answer)}
                >
                  {t(`invitation.${answer}`)}
                </Button>
              ))}
            </Group>
            <Button variant="subtle" renderRoot={(props) => <Link to="/m/$code" params={{ code: invitation.code }} {...props} />}>
              {t('join')}
            </Button>
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}
