package org.patchbay.media;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.web.PublishedPorts;

/** The port of sound and pictures. */
@Component(configurationPid = "org.patchbay.media")
public final class MediaPorts implements PublishedPorts {

    private final int port;

    @Activate
    public MediaPorts(MediaConfig config) {
        this.port = config.port();
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port("media", "udp", port, true));
    }
}
