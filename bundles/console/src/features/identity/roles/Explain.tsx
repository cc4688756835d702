import { Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import type { AnyRight, Explanation } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useDepartments } from '../useDepartments';
import { useRoleName, useRoles } from '../useRoles';
import { PersonPicker, usePerson } from '@/ui/PersonPicker';
import { type Names, reasonText } from './reasons';
import type { Question } from './question';
import { grouped, heldByAny } from './rights';
import classes from './Roles.module.css';

interface ExplainProps {
  portal: string;
  question: Question;
  ask: (question: Question) => void;
  /** The question is about this person, who is not chosen here. */
  person?: string;
}

/** Who may do what, and why: a question as a form, the answer as a sentence with the rule and its source. */
export function Explain({ portal, question, ask, person }: ExplainProps) {
  const { t } = useTranslation('roles');
  const departments = useDepartments(portal);
  const who = person ?? question.who;
  const rights = grouped(heldByAny(useRoles(portal)));
  const set = (part: { [K in keyof Question]?: Question[K] | undefined }) =>
    ask(Object.fromEntries(Object.entries({ ...question, ...part }).filter(([, value]) => value)));
  return (
    <Stack maw={760}>
      <Paper p="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {person ? null : (
            <PersonPicker
              portal={portal}
              label={t('explain.who')}
              placeholder={t('explain.who.placeholder')}
              clearLabel={t('explain.clear')}
              value={question.who}
              onChange={(id) => set({ who: id })}
            />
          )}
          <Select
            label={t('explain.right')}
            placeholder={t('explain.right.placeholder')}
            searchable
            data={rights.map((group) => ({
              group: t(`group.${group.name}`),
              items: group.rights.map((right) => ({ value: right as string, label: t(`right.${right}`, { defaultValue: right }) })),
            }))}
            value={question.right ?? null}
            onChange={(right) => set({ right: right ?? undefined })}
          />
          {departments.length > 1 ? (
            <Select
              label={t('explain.where')}
              placeholder={t('explain.where.placeholder')}
              data={departments.map(({ id, name }) => ({ value: id, label: name }))}
              clearable
              clearButtonProps={{ 'aria-label': t('explain.clear') }}
              value={question.where ?? null}
              onChange={(where) => set({ where: where ?? undefined })}
            />
          ) : null}
          <PersonPicker
            portal={portal}
            label={t('explain.whom')}
            placeholder={t('explain.whom.placeholder')}
            clearLabel={t('explain.clear')}
            value={question.whom}
            onChange={(id) => set({ whom: id })}
          />
        </SimpleGrid>
      </Paper>
      {who && question.right ? (
        <Answer portal={portal} question={{ ...question, who }} />
      ) : (
        <Text c="dimmed">{t(person ? 'explain.begin.person' : 'explain.begin')}</Text>
      )}
    </Stack>
  );
}

function Answer({ portal, question }: { portal: string; question: Question & { who: string } }) {
  const { t } = useTranslation('roles');
  const roleName = useRoleName(portal);
  const person = usePerson(portal, question.who);
  const other = usePerson(portal, question.whom);
  const departments = useDepartments(portal);
  const query = api.useQuery('get', '/portals/{portal}/access/explain', {
    params: {
      path: { portal },
      query: {
        person: question.who,
        right: question.right ?? '',
        ...(question.where ? { department: question.where } : {}),
        ...(question.whom ? { other: question.whom } : {}),
      },
    },
  });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={2} />;
  }
  const names: Names = {
    person: person?.name ?? '',
    other: other?.name ?? '',
    role: roleName,
    right: (right) => t(`right.${right as AnyRight}`, { defaultValue: right }),
  };
  const where = departments.find(({ id }) => id === question.where)?.name;
  return <Said explanation={query.data} names={names} right={question.right ?? ''} where={where} />;
}

interface SaidProps {
  explanation: Explanation;
  names: Names;
  right: string;
  where: string | undefined;
}

function Said({ explanation, names, right, where }: SaidProps) {
  const { t } = useTranslation('roles');
  const Icon = explanation.allowed ? IconCircleCheck : IconCircleX;
  const title = t(explanation.allowed ? 'explain.yes' : 'explain.no', { name: names.person, right: names.right(right) });
  const place = [where ? t('explain.in', { department: where }) : '', names.other ? t('explain.towards', { name: names.other }) : ''];
  return (
    <Paper p="lg" role="status">
      <div className={classes.answer}>
        <Icon size={28} stroke={1.6} className={explanation.allowed ? classes.yes : classes.no} aria-hidden />
        <div>
          <Text fw={580} size="lg">
            {[title, ...place.filter(Boolean)].join(' · ')}
          </Text>
          <ul className={classes.reasons}>
            {explanation.reasons.map((reason) => (
              <li key={reason.code + JSON.stringify(reason.params)}>{reasonText(t, reason, names)}</li>
            ))}
          </ul>
        </div>
      </div>
    </Paper>
  );
}
