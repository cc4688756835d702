package org.patchbay.phonemedia;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.web.PublishedPorts;

/** The first and the last port of sound. */
@Component(configurationPid = "org.patchbay.phonemedia")
public final class PhoneMediaPorts implements PublishedPorts {

    private final int first;
    private final int last;

    @Activate
    public PhoneMediaPorts(PhoneMediaConfig config) {
        first = config.firstPort();
        last = config.lastPort();
    }

    @Override
    public List<Port> ports() {
        return List.of(
                new Port("phone-media-first", "udp", first, true), new Port("phone-media-last", "udp", last, true));
    }
}
