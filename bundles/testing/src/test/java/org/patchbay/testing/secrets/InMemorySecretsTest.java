package org.patchbay.testing.secrets;

import org.patchbay.api.secrets.Secrets;

class InMemorySecretsTest implements SecretsContract {

    private final Secrets secrets = new InMemorySecrets();

    @Override
    public Secrets secrets() {
        return secrets;
    }
}
