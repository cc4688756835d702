package org.patchbay.identity.store;

final class InMemoryTokenStoreTest implements TokenStoreContract {

    private final TokenStore store = new InMemoryTokenStore();

    @Override
    public TokenStore store() {
        return store;
    }
}
