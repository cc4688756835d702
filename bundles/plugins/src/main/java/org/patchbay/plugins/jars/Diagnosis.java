package org.patchbay.plugins.jars;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.patchbay.spi.plugins.Plugin;

/** Finds out in one sentence why a bundle does not do what it should. */
final class Diagnosis {

    private static final int MAX_SENTENCE = 300;

    private final FrameworkWiring wiring;
    private final ServiceComponentRuntime components;

    Diagnosis(FrameworkWiring wiring, ServiceComponentRuntime components) {
        this.wiring = wiring;
        this.components = components;
    }

    /** What a bundle needs and nobody offers. */
    Optional<String> missing(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        String names = revision.getRequirements(null).stream()
                .filter(requirement ->
                        !"optional".equals(requirement.getDirectives().get("resolution")))
                .filter(requirement ->
                        !"active".equals(requirement.getDirectives().get("effective")))
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(Diagnosis::name)
                .limit(5)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("It needs what is not here: " + names);
    }

    /** A component whose constructor threw. */
    Optional<String> broken(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .filter(component -> component.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(component -> "It failed while starting: " + reason(component.failure))
                .findFirst();
    }

    /**
     * Whether the component that offers the plugin is on its way: not read yet, not made yet, or satisfied, so that its
     * service is about to be seen.
     */
    boolean activating(Bundle bundle) {
        if (bundle.getHeaders("").get("Service-Component") == null) {
            return false;
        }
        Collection<ComponentDescriptionDTO> descriptions = components.getComponentDescriptionDTOs(bundle);
        return descriptions.isEmpty()
                || descriptions.stream()
                        .filter(description ->
                                Arrays.asList(description.serviceInterfaces).contains(Plugin.class.getName()))
                        .filter(components::isComponentEnabled)
                        .map(components::getComponentConfigurationDTOs)
                        .anyMatch(configurations -> configurations.isEmpty()
                                || configurations.stream().anyMatch(Diagnosis::comes));
    }

    private static boolean comes(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.SATISFIED
                || component.state == ComponentConfigurationDTO.ACTIVE;
    }

    /** A component that waits for a service. */
    Optional<String> waiting(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .flatMap(component -> Arrays.stream(component.unsatisfiedReferences)
                        .flatMap(unsatisfied -> Arrays.stream(component.description.references)
                                .filter(reference -> reference.name.equals(unsatisfied.name))))
                .map(Diagnosis::sentence)
                .findFirst();
    }

    /** What an exception means, from its innermost cause. */
    static String reason(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) {
            cause = cause.getCause();
        }
        return shortened(cause.toString());
    }

    /** What a stack trace means: its last "Caused by". */
    private static String reason(String trace) {
        int cause = trace.lastIndexOf("Caused by: ");
        String rest = cause < 0 ? trace : trace.substring(cause + "Caused by: ".length());
        return shortened(rest.lines().findFirst().orElse("no reason given"));
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > MAX_SENTENCE ? line.substring(0, MAX_SENTENCE) + "…" : line;
    }

    private static String sentence(ReferenceDTO reference) {
        return "It waits for the service " + reference.interfaceName;
    }

    private static String name(Requirement requirement) {
        String namespace = requirement.getNamespace();
        if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            String filter = requirement.getDirectives().getOrDefault("filter", "");
            return "the package "
                    + filter.replaceAll("^.*\\(" + namespace.replace(".", "\\.") + "=([^)]*)\\).*$", "$1");
        }
        return namespace.toLowerCase(Locale.ROOT)
                + ' '
                + requirement.getDirectives().getOrDefault("filter", "");
    }
}
