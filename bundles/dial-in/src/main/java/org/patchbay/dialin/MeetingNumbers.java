package org.patchbay.dialin;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.spi.meetings.PhoneAccess;

/** The portal's numbers whose destination is the dial-in, and the code for its own phones where it has any. */
@Component
public final class MeetingNumbers implements PhoneAccess {

    private final DialPlan plan;
    private final Extensions extensions;

    @Activate
    public MeetingNumbers(@Reference DialPlan plan, @Reference Extensions extensions) {
        this.plan = plan;
        this.extensions = extensions;
    }

    @Override
    public List<String> numbers(PortalId portal) {
        List<String> outside = plan.inboundNumbers(portal).stream()
                .filter(one -> one.destination().kind() == Destination.Kind.MEETING)
                .map(InboundNumber::number)
                .sorted()
                .toList();
        String code =
                extensions.list(portal).isEmpty() ? "" : plan.settings(portal).code(FeatureCode.MEETING);
        return Stream.concat(outside.stream(), Stream.of(code).filter(text -> !text.isEmpty()))
                .toList();
    }
}
