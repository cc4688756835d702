package org.patchbay.spi.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Tells whether a part of the server works. Called concurrently and often; answers within a second. */
@ConsumerType
public interface HealthCheck {

    /** Kebab-case and unique, such as {@code database}. */
    String name();

    /** What is wrong, in one sentence without secrets; empty while all is well. */
    Optional<String> check();
}
