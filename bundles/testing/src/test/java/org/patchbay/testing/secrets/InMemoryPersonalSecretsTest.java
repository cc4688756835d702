package org.patchbay.testing.secrets;

import org.patchbay.api.secrets.PersonalSecrets;

final class InMemoryPersonalSecretsTest implements PersonalSecretsContract {

    private final InMemoryPersonalSecrets secrets = new InMemoryPersonalSecrets();

    @Override
    public PersonalSecrets personalSecrets() {
        return secrets;
    }
}
