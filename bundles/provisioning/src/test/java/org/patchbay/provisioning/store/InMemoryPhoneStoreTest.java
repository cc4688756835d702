package org.patchbay.provisioning.store;

final class InMemoryPhoneStoreTest implements PhoneStoreContract {

    private final PhoneStore store = new InMemoryPhoneStore();

    @Override
    public PhoneStore store() {
        return store;
    }
}
