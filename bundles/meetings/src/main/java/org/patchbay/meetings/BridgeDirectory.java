package org.patchbay.meetings;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Problem;
import org.patchbay.spi.media.MediaBridge;

/** The media bridges that are here now. Thread-safe. */
@Component(service = BridgeDirectory.class)
public final class BridgeDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MediaBridge> bridges = List.of();

    /** A directory that the container fills. */
    public BridgeDirectory() {}

    /** A directory of these bridges. */
    public BridgeDirectory(List<MediaBridge> bridges) {
        this.bridges = List.copyOf(bridges);
    }

    /** All of them by name. */
    public List<MediaBridge> all() {
        return bridges.stream().sorted(Comparator.comparing(MediaBridge::name)).toList();
    }

    /** The healthy bridge with the least load. */
    public MediaBridge leastLoaded() {
        return bridges.stream()
                .filter(bridge -> bridge.stats().healthy())
                .min(Comparator.comparingDouble(bridge -> bridge.stats().load()))
                .orElseThrow(() ->
                        Problem.UNAVAILABLE.because("media.unavailable", "No media server is up; try again shortly"));
    }
}
