package org.patchbay.phonemedia;

import org.junit.jupiter.api.AfterEach;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.testing.phonemedia.PhoneMediaContract;

class PhoneMediaServiceTest implements PhoneMediaContract {

    private final PhoneMediaService media = TestMedia.open(31_000, 20, 30);

    @AfterEach
    void stop() {
        media.stop();
    }

    @Override
    public PhoneMedia media() {
        return media;
    }
}
