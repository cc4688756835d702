import { ActionIcon, Badge, Button, Group, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldText, problemText } from '@/ui/problemText';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import type { PhoneText, TextConversation } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { isLong, LONGEST } from './conversations';
import classes from './Phone.module.css';
import { dialled } from './PhoneSession';
import { useNames } from './useNames';
import type { Conversations } from './useTexts';
import { type Found, target, useFound, WhoField } from './WhoField';

interface TextsPanelProps {
  extension: string;
  texts: Conversations;
}

/** Texts from phone to phone: with whom, and what. */
export function TextsPanel({ extension, texts }: TextsPanelProps) {
  const [shown, setShown] = useState<Found | 'new'>();
  const names = useNames();
  const { list = [] } = texts;
  if (shown === 'new') {
    return <NewText pick={setShown} back={() => setShown(undefined)} />;
  }
  if (shown) {
    const number = dialled(shown.number);
    const unread = list.find((one) => one.number === number)?.unread ?? 0;
    const who = { number, name: names(number) || shown.name };
    return <Talk key={number} extension={extension} who={who} unread={unread} refresh={texts.refresh} back={() => setShown(undefined)} />;
  }
  return <Talks texts={texts} names={names} open={setShown} />;
}

function Talks({ texts, names, open }: { texts: Conversations; names: (number: string) => string; open: (who: Found | 'new') => void }) {
  const { t } = useTranslation('phone');
  const { list, error, refresh } = texts;
  if (!list) {
    return error ? <Failed error={error} retry={refresh} /> : <Loading rows={3} />;
  }
  return (
    <Stack gap="xs">
      {list.length === 0 ? (
        <Text c="dimmed">{t('texts.none')}</Text>
      ) : (
        <ul className={classes.found} aria-label={t('texts')}>
          {list.map((talk) => (
            <li key={talk.number}>
              <Entry talk={talk} name={names(talk.number) || talk.name || talk.number} open={open} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" onClick={() => open('new')}>
        {t('texts.new')}
      </Button>
    </Stack>
  );
}

function Entry({ talk, name, open }: { talk: TextConversation; name: string; open: (who: Found) => void }) {
  const { t } = useTranslation('phone');
  const { number, last, unread } = talk;
  return (
    <UnstyledButton className={classes.entry} onClick={() => open({ number, name: talk.name })}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text truncate fw={unread > 0 ? 650 : 400}>
          {name}
        </Text>
        {unread > 0 ? (
          <Badge size="sm" aria-label={t('texts.unread', { count: unread })}>
            {unread}
          </Badge>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed" truncate>
        {last.own ? t('texts.own', { text: last.words }) : last.words}
      </Text>
    </UnstyledButton>
  );
}

function Back({ back }: { back: () => void }) {
  const { t } = useTranslation('phone');
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('texts.back')} onClick={back}>
      <IconArrowLeft size={18} aria-hidden />
    </ActionIcon>
  );
}

function NewText({ pick, back }: { pick: (who: Found) => void; back: () => void }) {
  const { t } = useTranslation('phone');
  const [text, setText] = useState('');
  const found = useFound(text);
  const wanted = target(text, found);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) {
          pick(wanted);
        }
      }}
    >
      <Back back={back} />
      <WhoField label={t('texts.to')} text={text} change={setText} found={found} pick={pick} />
      <Button type="submit" size="xs" disabled={!wanted}>
        {t('texts.write')}
      </Button>
    </form>
  );
}

interface TalkProps {
  extension: string;
  who: Found;
  unread: number;
  refresh: () => void;
  back: () => void;
}

function Talk({ extension, who: { number, name }, unread, refresh, back }: TalkProps) {
  const path = { portal: usePortal().id, extension, number };
  const pages = usePages<PhoneText>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/own-extensions/{extension}/texts/{number}',
      { params: { path, query: { limit: 50 } } },
      { ...byCursor, staleTime: 0 },
    ),
  );
  useRead(path, pages.rows[0]?.id, unread, refresh);
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Back back={back} />
        <Text fw={550} truncate>
          {name || number} {name ? <span className="tabular">{number}</span> : null}
        </Text>
      </Group>
      {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : <Log name={name || number} texts={pages.rows} more={pages.more} />}
      <Write path={path} refresh={refresh} />
    </Stack>
  );
}

type Path = { portal: string; extension: string; number: string };

/** What is shown is read. */
function useRead(path: Path, until: string | undefined, unread: number, done: () => void): void {
  const { portal, extension, number } = path;
  const { mutate } = api.useMutation('post', '/portals/{portal}/own-extensions/{extension}/texts/{number}/read', { onSuccess: done });
  useEffect(() => {
    if (until && unread > 0) {
      mutate({ params: { path: { portal, extension, number } }, body: { until } });
    }
  }, [mutate, portal, extension, number, until, unread]);
}

function Log({ name, texts, more }: { name: string; texts: PhoneText[]; more: (() => void) | undefined }) {
  const { t } = useTranslation('phone');
  const log = useRef<HTMLDivElement>(null);
  const newest = texts[0]?.id;
  useEffect(() => {
    // Answers a promise in newer browsers, which is nothing to clean up by.
    void log.current?.scrollTo?.(0, log.current.scrollHeight);
  }, [newest]);
  return (
    <div role="log" aria-label={t('texts.with', { who: name })} className={classes.talk} ref={log} tabIndex={0}>
      {more ? (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={more}>
          {t('texts.older')}
        </Button>
      ) : null}
      {texts.toReversed().map((one) => (
        <OneText key={one.id} text={one} />
      ))}
    </div>
  );
}

/** Stays as it is, with why, when a text is not taken. */
function Write({ path, refresh }: { path: Path; refresh: () => void }) {
  const { t } = useTranslation('phone');
  const [draft, setDraft] = useState('');
  const sends = api.useMutation('post', '/portals/{portal}/own-extensions/{extension}/texts/{number}', {
    onSuccess: () => {
      setDraft('');
      refresh();
    },
  });
  const words = draft.trim();
  const long = isLong(words);
  const send = () => {
    if (words && !long && !sends.isPending) {
      sends.mutate({ params: { path }, body: { words } });
    }
  };
  return (
    <>
      <Textarea
        label={t('texts.text')}
        value={draft}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST}
        error={long ? t('text.long') : sends.error ? <Refused error={sends.error} /> : undefined}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          if (sends.error) {
            sends.reset();
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Button size="xs" leftSection={<IconSend size={16} aria-hidden />} disabled={long || !words} loading={sends.isPending} onClick={send}>
        {t('texts.send')}
      </Button>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const field = problem.errors[0];
  return <span role="alert">{field ? fieldText(t as never, field, problem.params) : problemText(t as never, problem)}</span>;
}

function OneText({ text: { own, words, sent } }: { text: PhoneText }) {
  return (
    <div className={classes.text} data-own={own || undefined}>
      <Text size="sm" className={classes.words}>
        {words}
      </Text>
      <Text size="xs" c="dimmed">
        <When at={sent} />
      </Text>
    </div>
  );
}
