package org.patchbay.sip.store;

final class InMemoryRegistrationStoreTest implements RegistrationStoreContract {

    private final RegistrationStore store = new InMemoryRegistrationStore();

    @Override
    public RegistrationStore store() {
        return store;
    }
}
