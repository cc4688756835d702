package org.patchbay.sip.neighbour;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.spi.signalling.TextMessages;

/** The services that are there now. */
@Component
public final class NeighbourDirectory implements Neighbours {

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Subscribers> subscribers = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<CallHandler> handlers = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EventPackage> packages = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<TextMessages> texts = List.of();

    @Activate
    public NeighbourDirectory() {}

    @Override
    public Optional<Subscribers> subscribers() {
        return subscribers.stream().findFirst();
    }

    @Override
    public Optional<CallHandler> calls() {
        return handlers.stream().findFirst();
    }

    @Override
    public Optional<EventPackage> events(String name) {
        return packages.stream().filter(found -> found.name().equals(name)).findFirst();
    }

    @Override
    public Optional<TextMessages> texts() {
        return texts.stream().findFirst();
    }
}
