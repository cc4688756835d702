package org.patchbay.voicemail.store;

final class InMemoryVoicemailStoreTest implements VoicemailStoreContract {

    private final InMemoryVoicemailStore store = new InMemoryVoicemailStore();

    @Override
    public VoicemailStore store() {
        return store;
    }
}
