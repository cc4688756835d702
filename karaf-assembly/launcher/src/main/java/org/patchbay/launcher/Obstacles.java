package org.patchbay.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What keeps a server from being ready: bundles that do not start, components that wait or failed. */
final class Obstacles {

    private static final String COMPONENTS = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final int WAITS_FOR_SETTINGS = 1;
    private static final int WAITS_FOR_SERVICES = 2;
    private static final int FAILED = 16;

    private static final String CAUSE = "Caused by: ";

    private final BundleContext context;

    Obstacles(BundleContext context) {
        this.context = context;
    }

    /** Bundles that do not start and components that failed, one line each. */
    List<String> faults() {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                    && (bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED)) {
                reason(bundle)
                        .ifPresent(reason ->
                                lines.add("bundle " + bundle.getSymbolicName() + " does not start: " + reason));
            }
        }
        components(lines, FAILED);
        return lines;
    }

    /** Components that wait for settings or services, one line each. */
    List<String> waiting() {
        List<String> lines = new ArrayList<>();
        components(lines, WAITS_FOR_SERVICES | WAITS_FOR_SETTINGS);
        return lines;
    }

    private void components(List<String> lines, int states) {
        ServiceReference<?> reference = context.getServiceReference(COMPONENTS);
        if (reference == null) {
            return;
        }
        try {
            components(context.getService(reference), lines, states);
        } catch (ReflectiveOperationException e) {
            lines.add("the components cannot be looked at: " + e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Why it cannot start; nothing for one whose turn had merely not come. */
    private static Optional<String> reason(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Optional.empty();
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(String.valueOf(cause.getMessage()));
        }
    }

    // By reflection, since the types belong to a bundle and not to the launcher's class path.
    private static void components(Object runtime, List<String> lines, int states) throws ReflectiveOperationException {
        Class<?> api = type(runtime, COMPONENTS);
        Object none = java.lang.reflect.Array.newInstance(Bundle.class, 0);
        Collection<?> descriptions = (Collection<?>)
                api.getMethod("getComponentDescriptionDTOs", Bundle[].class).invoke(runtime, none);
        for (Object description : descriptions) {
            Collection<?> configurations =
                    (Collection<?>) api.getMethod("getComponentConfigurationDTOs", description.getClass())
                            .invoke(runtime, description);
            for (Object configuration : configurations) {
                int state = configuration.getClass().getField("state").getInt(configuration);
                if ((state & states) == 0) {
                    continue;
                }
                String name = (String) description.getClass().getField("name").get(description);
                if (state == FAILED) {
                    String failure = String.valueOf(
                            configuration.getClass().getField("failure").get(configuration));
                    lines.add("component " + name + " failed: " + rootCause(failure));
                } else {
                    lines.add("component " + name + " waits for " + missing(configuration));
                }
            }
        }
    }

    /** Of a printed stack trace, what it began with. */
    static String rootCause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(CAUSE.length()))
                .or(() -> trace.lines().findFirst())
                .orElse("");
    }

    private static String missing(Object configuration) throws ReflectiveOperationException {
        Object references =
                configuration.getClass().getField("unsatisfiedReferences").get(configuration);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < java.lang.reflect.Array.getLength(references); i++) {
            Object reference = java.lang.reflect.Array.get(references, i);
            String name = (String) reference.getClass().getField("name").get(reference);
            Object target = reference.getClass().getField("target").get(reference);
            names.add(target == null ? name : name + " " + target);
        }
        return names.isEmpty() ? "its settings" : String.join(", ", names);
    }

    private static Class<?> type(Object service, String name) throws ClassNotFoundException {
        return Class.forName(name, false, service.getClass().getClassLoader());
    }
}
