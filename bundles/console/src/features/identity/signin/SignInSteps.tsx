import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem, type ServerProblem } from '@/ui/server/problem';
import type { Session } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { NewPassword, newPasswordRules } from '../NewPassword';
import { AppKey } from './AppKey';
import { FactorHelp } from './FactorHelp';
import { NewPasskey } from './NewPasskey';
import { answer, passkeysWork } from './passkeys';
import { RecoveryCodes } from './RecoveryCodes';

type Step = NonNullable<Session['step']>;

interface SignInStepsProps {
  /** The answer to the first step. */
  first: Session;
  go: (session: Session) => void;
  restart: () => void;
}

/** What comes after the password, until there is a session. */
export function SignInSteps({ first, go, restart }: SignInStepsProps) {
  const { t } = useTranslation('signin');
  const [present, setPresent] = useState(first);
  const [codes, setCodes] = useState<string[]>();

  function take(next: Session) {
    setPresent(next);
    if (next.recoveryCodes && next.recoveryCodes.length > 0) {
      setCodes(next.recoveryCodes);
    } else if (!next.step) {
      go(next);
    }
  }

  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        done={() => {
          setCodes(undefined);
          if (!present.step) {
            go(present);
          }
        }}
      />
    );
  }
  const { step } = present;
  return step ? (
    <Stack>
      {step.kind === 'new-password' ? (
        <ChooseAnother key={step.token} step={step} take={take} />
      ) : (
        <>
          <Factor key={step.token} step={step} take={take} />
          <FactorHelp />
        </>
      )}
      <Button variant="subtle" color="gray" onClick={restart}>
        {t('step.restart')}
      </Button>
    </Stack>
  ) : null;
}

/** What may be typed. */
function codeHelp(factors: string[]) {
  if (!factors.includes('recovery-code')) {
    return 'code.help';
  }
  return factors.includes('app') ? 'code.help.recovery' : 'code.help.recoveryOnly';
}

function Factor({ step, take }: { step: Step; take: (session: Session) => void }) {
  const { t } = useTranslation('signin');
  const typed = step.factors.some((factor) => factor !== 'passkey');
  const byPasskey = step.passkey !== undefined && passkeysWork();
  const [refused, setRefused] = useState<ServerProblem>();
  const [waiting, setWaiting] = useState(false);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() === '' ? t('code.missing') : null) },
  });

  async function usePasskey() {
    setWaiting(true);
    setRefused(undefined);
    try {
      const passkey = await answer(step.passkey!);
      if (passkey) {
        take((await client.POST('/session/second-factor', { body: { token: step.token, passkey } })).data!);
      }
    } catch (error) {
      setRefused(asProblem(error));
    } finally {
      setWaiting(false);
    }
  }

  return (
    <Stack>
      {step.enrolment ? (
        <>
          <Text>{t('enrol.about')}</Text>
          <AppKey {...step.enrolment} />
        </>
      ) : null}
      <ProblemNote problem={problem ?? refused} />
      {byPasskey ? (
        <Button
          size="md"
          variant={typed ? 'default' : 'filled'}
          leftSection={<IconFingerprint size={18} />}
          loading={waiting}
          onClick={() => void usePasskey()}
        >
          {t('passkey.use')}
        </Button>
      ) : null}
      {typed ? (
        <form
          ref={formRef}
          noValidate
          onSubmit={submit(async ({ code }) => {
            take((await client.POST('/session/second-factor', { body: { token: step.token, code } })).data!);
          })}
        >
          <Stack>
            <TextInput
              label={t('code')}
              description={t(codeHelp(step.factors))}
              size="md"
              maxLength={40}
              autoFocus
              autoComplete="one-time-code"
              autoCapitalize="characters"
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
            <Button type="submit" size="md" loading={saving}>
              {t('code.action')}
            </Button>
          </Stack>
        </form>
      ) : null}
      {step.newPasskey && passkeysWork() ? <NewPasskey token={step.token} question={step.newPasskey} take={take} /> : null}
    </Stack>
  );
}

function ChooseAnother({ step, take }: { step: Step; take: (session: Session) => void }) {
  const { t } = useTranslation('signin');
  const { t: rules } = useTranslation('identity');
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { password: '', again: '' },
    validate: newPasswordRules(rules),
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ password }) => {
        take((await client.POST('/session/new-password', { body: { token: step.token, password } })).data!);
      })}
    >
      <Stack>
        <Text>{t('newPassword.about')}</Text>
        <ProblemNote problem={problem} />
        <NewPassword form={form} size="md" />
        <Button type="submit" size="md" loading={saving}>
          {t('newPassword.action')}
        </Button>
      </Stack>
    </form>
  );
}
