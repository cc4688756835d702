import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type PasskeyQuestion = Schemas['PasskeyQuestion'];
export type NewPasskeyQuestion = Schemas['NewPasskeyQuestion'];
export type Assertion = Schemas['PasskeyAssertion'];
export type Registration = Schemas['PasskeyRegistration'];

/** Browsers keep passkeys for names alone, on pages that nobody can change on their way. */
export function passkeysWork(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const known = (ids: string[]): PublicKeyCredentialDescriptor[] => ids.map((id) => ({ type: 'public-key', id: bytes(id) }));

/** Has one of the person's passkeys answer; undefined if the person thinks better of it. */
export async function answer(question: PasskeyQuestion): Promise<Assertion | undefined> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(question.challenge),
        rpId: question.relyingParty,
        allowCredentials: known(question.credentials),
        userVerification: question.userVerification as UserVerificationRequirement,
      },
    }),
  );
  if (!credential) {
    return undefined;
  }
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    clientDataJson: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
  };
}

/** Has a passkey made; undefined if the person thinks better of it. */
export async function make(question: NewPasskeyQuestion): Promise<Registration | undefined> {
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(question.challenge),
        rp: { id: question.relyingParty, name: document.title },
        user: { id: bytes(question.user), name: question.login, displayName: question.name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known(question.exclude),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      },
    }),
  );
  if (!credential) {
    return undefined;
  }
  const response = credential.response as AuthenticatorAttestationResponse;
  return { clientDataJson: text(response.clientDataJSON), attestationObject: text(response.attestationObject) };
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await ask()) as PublicKeyCredential | null) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(error.name)) {
      return undefined;
    }
    throw error;
  }
}
