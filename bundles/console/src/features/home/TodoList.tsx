import { Text, Title } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { linkTo } from '@/ui/linkTo';
import { Failed, Loading } from '@/ui/States';
import classes from './TodoList.module.css';
import type { Todos } from './useTodo';

/** Steps as sockets on one cable: lit as far as one has come. */
export function TodoList({ todo }: { todo: Todos }) {
  const { t } = useTranslation('home');
  if (todo.error) {
    return <Failed error={todo.error} retry={todo.retry} />;
  }
  if (todo.loading) {
    return <Loading rows={3} />;
  }
  const next = todo.steps.find((step) => !step.done);
  return (
    <section aria-labelledby="todo">
      <Title order={2} id="todo" mb="sm">
        {next ? t('todo.title') : t('todo.done')}
      </Title>
      <ol className={classes.steps}>
        {todo.steps.map((step) => (
          <li key={step.name} className={classes.step} data-done={step.done || undefined} data-next={step === next || undefined}>
            <span className={classes.socket}>{step.done ? <IconCheck size={16} stroke={2.4} aria-hidden /> : null}</span>
            <Link to={linkTo(step.to).to} search={linkTo(step.to).search as never} className={classes.link}>
              <span>
                <Text component="span" display="block" fw={580}>
                  {t(`todo.${step.name}`)}
                  {step.done ? <span className={classes.word}> · {t('todo.is.done')}</span> : null}
                </Text>
                <Text component="span" display="block" c="dimmed">
                  {t(`todo.${step.name}.text`)}
                </Text>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
