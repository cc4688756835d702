package org.patchbay.sip;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.spi.web.HealthCheck;

/** Tells whether phones reach the server. */
@Component
public final class SipHealth implements HealthCheck {

    private final SipService service;

    @Activate
    public SipHealth(@Reference SipService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "sip";
    }

    @Override
    public Optional<String> check() {
        return service.problem();
    }
}
