import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem, type ServerProblem } from '@/ui/server/problem';
import type { Session } from '@/ui/server/types';
import { answer, passkeysWork } from './passkeys';

/** Signing in with a passkey and nothing else. */
export function PasskeySignIn({ take }: { take: (session: Session) => void }) {
  const { t } = useTranslation('signin');
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<ServerProblem>();

  async function signIn() {
    setWaiting(true);
    setProblem(undefined);
    try {
      const asked = (await client.POST('/session/passkey/question')).data!;
      const passkey = await answer(asked.question);
      if (passkey) {
        take((await client.POST('/session/passkey', { body: { token: asked.token, passkey } })).data!);
      }
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setWaiting(false);
    }
  }

  return passkeysWork() ? (
    <>
      <ProblemNote problem={problem} />
      <Button
        size="md"
        variant="default"
        leftSection={<IconFingerprint size={18} />}
        loading={waiting}
        fullWidth
        onClick={() => void signIn()}
      >
        {t('passkey.signIn')}
      </Button>
    </>
  ) : null;
}
