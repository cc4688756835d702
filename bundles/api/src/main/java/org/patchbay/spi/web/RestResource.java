package org.patchbay.spi.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS resource class as a service; the web bundle publishes it below {@code /api/v1/}. Each operation carries
 * {@link Requires}. Singleton, called concurrently.
 */
@ConsumerType
public interface RestResource {}
