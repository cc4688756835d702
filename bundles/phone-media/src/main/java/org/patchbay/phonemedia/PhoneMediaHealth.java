package org.patchbay.phonemedia;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.phonemedia.MediaLoad;
import org.patchbay.spi.web.HealthCheck;

/** Tells when no call can get sound any more. */
@Component
public final class PhoneMediaHealth implements HealthCheck {

    private final PhoneMediaService media;

    @Activate
    public PhoneMediaHealth(@Reference PhoneMediaService media) {
        this.media = media;
    }

    @Override
    public String name() {
        return "phone-media";
    }

    @Override
    public Optional<String> check() {
        MediaLoad load = media.load();
        return load.ports() < load.capacity()
                ? Optional.empty()
                : Optional.of("All " + load.capacity() + " ports for the sound of calls are in use");
    }
}
