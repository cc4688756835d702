package org.patchbay.web.live;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.live.LiveChannel;

/** The channels that are there. */
@Component(service = ChannelDirectory.class)
public final class ChannelDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<LiveChannel> channels = List.of();

    public List<LiveChannel> channels() {
        return channels;
    }

    Optional<LiveChannel> find(String name) {
        return channels.stream().filter(channel -> channel.name().equals(name)).findFirst();
    }

    boolean has(LiveChannel channel) {
        return channels.contains(channel);
    }

    /** Replaces the list. */
    public void replace(List<LiveChannel> present) {
        channels = List.copyOf(present);
    }
}
