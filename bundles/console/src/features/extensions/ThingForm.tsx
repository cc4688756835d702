import { Button, Group, Paper, SimpleGrid, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { useServerForm } from '@/ui/useServerForm';
import { draftOf, faultsOf, type Field, type Kind, type Thing, valuesOf } from './kinds';
import { ThingField } from './ThingField';
import { isShared, saveThing, useThingsChanged } from './things';

interface ThingFormProps {
  portal: string;
  kind: Kind;
  thing?: Thing;
  done: (thing: Thing) => void;
}

/** These take a line of their own. */
const BROAD = new Set<Field['kind']>(['destination', 'forwards', 'keys', 'extensions', 'trunks', 'tags', 'departments', 'sentence']);

/** What is asked of a thing, in the order of its kind. */
export function ThingForm({ portal, kind, thing, done }: ThingFormProps) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const saved = useRef(false);
  const { form, problem, saving, formRef, submit } = useServerForm<Record<string, unknown>>({
    mode: 'controlled',
    initialValues: valuesOf(kind, thing),
    validate: (values) => Object.fromEntries(Object.entries(faultsOf(kind, values)).map(([name, { text, params }]) => [name, t(text, { ...params })])),
  });
  const narrow = kind.fields.filter((field) => !BROAD.has(field.kind) && field.kind !== 'switch');
  const switches = kind.fields.filter((field) => field.kind === 'switch');
  const broad = kind.fields.filter((field) => BROAD.has(field.kind));
  const field = (one: Field) => <ThingField key={one.name} portal={portal} field={one} form={form} known={thing !== undefined} />;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (values) => {
        const kept = await saveThing(portal, kind.name, draftOf(kind, values), thing);
        saved.current = true;
        await changed();
        notifications.show({ message: t('saved') });
        if (kind.name === 'trunks' && !kept.callerId) {
          notifications.show({ color: 'yellow', message: t('warn.callerId'), autoClose: 15_000 });
        }
        if (kind.name === 'inbound-numbers' && (await isShared(portal, kept.id))) {
          notifications.show({ color: 'yellow', message: t('shared.saved'), autoClose: 15_000 });
        }
        done(kept);
      })}
    >
      <LeaveGuard when={() => form.isDirty() && !saved.current} />
      <Stack maw={820}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>{narrow.map(field)}</SimpleGrid>
            {switches.length > 0 ? <SimpleGrid cols={{ base: 1, xs: 2 }}>{switches.map(field)}</SimpleGrid> : null}
          </Stack>
        </Paper>
        {broad.length > 0 ? (
          <Paper p="lg">
            <Stack>{broad.map(field)}</Stack>
          </Paper>
        ) : null}
        {thing ? (
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        ) : (
          <Group>
            <Button type="submit" loading={saving}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
