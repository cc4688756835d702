package org.patchbay.dialin;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;

/** The dial-in of meetings, by its code or by a number whose destination it is. */
@Component
public final class DialInApplication implements CallApplication {

    private final DialIns dialIns;
    private final PhoneMedia media;

    @Activate
    public DialInApplication(@Reference DialIns dialIns, @Reference PhoneMedia media) {
        this.dialIns = dialIns;
        this.media = media;
    }

    @Override
    public String name() {
        return "dial-in";
    }

    @Override
    public boolean takes(PortalId portal, Wanted wanted) {
        if (wanted instanceof Wanted.Code dialled) {
            return dialled.code() == FeatureCode.MEETING;
        }
        return wanted instanceof Wanted.Place place && place.destination().kind() == Destination.Kind.MEETING;
    }

    @Override
    public ApplicationListener begin(ApplicationCall call) {
        var visit = new Visit(call, dialIns, media);
        visit.begin();
        return visit;
    }

    @Override
    public Duration longest() {
        return Duration.ofHours(12);
    }
}
