package org.patchbay.web.health;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.web.HealthCheck;

/**
 * Where {@link PartsCheck} reports to. It looks at the resources, one of which asks for its result: as a service that
 * the resource refers to, it would wait for itself.
 */
@Component(service = {PartsReport.class, HealthCheck.class})
public final class PartsReport implements HealthCheck {

    private volatile Optional<PartsCheck> reporter = Optional.empty();

    void from(PartsCheck check) {
        reporter = Optional.of(check);
    }

    void none(PartsCheck check) {
        if (reporter.filter(present -> present == check).isPresent()) {
            reporter = Optional.empty();
        }
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public Optional<String> check() {
        return reporter.map(PartsCheck::check).orElse(Optional.of("the resources are not there yet"));
    }
}
