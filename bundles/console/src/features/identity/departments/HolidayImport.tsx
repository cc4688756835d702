import { Alert, Button, Checkbox, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { upload } from '@/ui/server/upload';
import type { FoundHoliday, Holiday, HolidayFile } from '@/ui/server/types';
import classes from './Departments.module.css';
import { chosenAtFirst, daysText, isPresent } from './found';

interface HolidayImportProps {
  opened: boolean;
  close: () => void;
  portal: string;
  zone: string;
  present: Holiday[];
  take: (holidays: Holiday[]) => void;
}

/** Holidays from a calendar file: looked at first, then taken over into the form. */
export function HolidayImport({ opened, close, ...rest }: HolidayImportProps) {
  const { t } = useTranslation(['departments', 'ui']);
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={t('holidays.import')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {opened ? <Import close={close} {...rest} /> : null}
    </Modal>
  );
}

function Import({ close, portal, zone, present, take }: Omit<HolidayImportProps, 'opened'>) {
  const { t } = useTranslation(['departments', 'ui']);
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<HolidayFile>();
  const [chosen, setChosen] = useState(new Set<number>());
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function look(picked: File | null) {
    setFile(picked);
    setFound(undefined);
    setProblem(undefined);
    if (!picked) {
      return;
    }
    setBusy(true);
    try {
      const query = zone ? `?zone=${encodeURIComponent(zone)}` : '';
      const read = await upload<HolidayFile>('POST', `/portals/${portal}/holiday-files${query}`, picked, 'text/calendar');
      setFound(read);
      setChosen(chosenAtFirst(read.holidays, present));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack>
      <FileInput
        label={t('import.file')}
        description={t('import.file.help')}
        placeholder={busy ? t('import.reading') : t('import.file.choose')}
        leftSection={<IconCalendarPlus size={18} aria-hidden />}
        accept=".ics,.ical,.ifb,text/calendar"
        value={file}
        onChange={(picked) => void look(picked)}
        clearable
        clearButtonProps={{ 'aria-label': t('import.file.clear') }}
      />
      <ProblemNote problem={problem} />
      {found ? (
        <>
          <Found found={found.holidays} present={present} chosen={chosen} choose={setChosen} />
          <LeftOut findings={found.findings} />
        </>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        <Button
          disabled={!found || chosen.size === 0}
          onClick={() => {
            take(found?.holidays.filter((_, index) => chosen.has(index)).map(({ holiday }) => holiday) ?? []);
            close();
          }}
        >
          {t('import.take', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
}

interface FoundProps {
  found: FoundHoliday[];
  present: Holiday[];
  chosen: Set<number>;
  choose: (chosen: Set<number>) => void;
}

function Found({ found, present, chosen, choose }: FoundProps) {
  const { t, i18n } = useTranslation('departments');
  if (found.length === 0) {
    return <Text c="dimmed">{t('import.nothing')}</Text>;
  }
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) {
      next.add(index);
    }
    choose(next);
  };
  const free = found.flatMap((one, index) => (isPresent(one, present) ? [] : [index]));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text role="status">{t('import.found', { count: found.length })}</Text>
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={() => choose(new Set(free))}>
            {t('import.all')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => choose(new Set())}>
            {t('import.none')}
          </Button>
        </Group>
      </Group>
      <div className={classes.found} tabIndex={0} role="group" aria-label={t('holidays')}>
        <ul>
          {found.map((one, index) => {
            const here = isPresent(one, present);
            const notes = [
              ...(here ? [t('import.present')] : []),
              ...(one.holiday.yearly ? [t('holiday.yearly')] : []),
              ...one.notes.map((note) => t(`import.note.${note}`)),
            ];
            return (
              <li key={index}>
                <Checkbox
                  checked={here || chosen.has(index)}
                  disabled={here}
                  onChange={() => toggle(index)}
                  label={one.holiday.name}
                  description={[daysText(one.holiday, i18n.language), ...notes].join(' · ')}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </Stack>
  );
}

/** What the file has that is no holiday, each with its line. */
function LeftOut({ findings }: { findings: HolidayFile['findings'] }) {
  const { t } = useTranslation('departments');
  if (findings.length === 0) {
    return null;
  }
  return (
    <Alert color="yellow" title={t('import.left', { count: findings.length })}>
      <List size="sm">
        {findings.slice(0, 20).map((finding) => (
          <List.Item key={`${finding.line}-${finding.code}`}>
            {t('import.line', { line: finding.line, what: t(`finding.${finding.code}`, { defaultValue: finding.detail }) })}
          </List.Item>
        ))}
      </List>
      {findings.length > 20 ? '…' : null}
    </Alert>
  );
}
