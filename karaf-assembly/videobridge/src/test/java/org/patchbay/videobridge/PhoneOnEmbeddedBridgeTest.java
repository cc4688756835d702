package org.patchbay.videobridge;

import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.phonemedia.PhoneMediaService;
import org.patchbay.spi.media.MediaBridge;

class PhoneOnEmbeddedBridgeTest implements PhoneContract {

    private static final EmbeddedBridge MEDIA = new EmbeddedBridge(new Settings());
    private static final PhoneMediaService PHONES = new PhoneMediaService(new PhoneSettings(34_000));

    @Override
    public MediaBridge bridge() {
        return MEDIA;
    }

    @Override
    public PhoneMedia phones() {
        return PHONES;
    }
}
