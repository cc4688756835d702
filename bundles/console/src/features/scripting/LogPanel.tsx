import { Center, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/ui/States';
import { clock } from '@/ui/time';
import { useZone } from '@/ui/useZone';
import classes from './ScriptEditor.module.css';
import { useScriptLog } from './useScriptLog';

/** The script's log as it is written; stays at the end unless one has scrolled up. */
export function LogPanel({ portal, script }: { portal: string; script: string }) {
  const { t, i18n } = useTranslation('scripting');
  const { lines, query } = useScriptLog(portal, script);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const zone = useZone();

  useEffect(() => {
    if (list.current && atEnd.current) {
      list.current.scrollTop = list.current.scrollHeight;
    }
  }, [lines.length]);

  if (query.error && lines.length === 0) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.isPending) {
    return <Loading rows={4} />;
  }
  if (lines.length === 0) {
    return (
      <Center h="100%">
        <Text c="dimmed" ta="center" maw={280}>
          {t('log.empty')}
        </Text>
      </Center>
    );
  }
  return (
    <ol
      ref={list}
      className={classes.log}
      aria-label={t('log')}
      aria-live="polite"
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd.current = scrollTop + clientHeight > scrollHeight - 24;
      }}
    >
      {lines.map((line) => (
        <li key={line.sequence} className={classes.line}>
          <time dateTime={line.time}>{clock(new Date(line.time), i18n.language, zone)}</time>
          <span className={classes.level} data-level={line.level}>
            {line.level.toLowerCase()}
          </span>
          <span>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}
