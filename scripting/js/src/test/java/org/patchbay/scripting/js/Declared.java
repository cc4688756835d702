package org.patchbay.scripting.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds the components of all bundles on the class path that provide a service, by what the bundles say of themselves. */
final class Declared {

    private Declared() {}

    /** One instance of each; what they refer to is not there. */
    static <T> List<T> services(Class<T> service) {
        var found = new ArrayList<T>();
        var loader = Declared.class.getClassLoader();
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (var in = url.openStream()) {
                    var components = new Manifest(in).getMainAttributes().getValue("Service-Component");
                    if (components != null && url.toString().contains("patchbay")) {
                        for (var component : components.split(",")) {
                            add(service, component.strip(), found);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static <T> void add(Class<T> service, String component, List<T> found) {
        var name = component.replaceFirst("^OSGI-INF/", "").replaceFirst("\\.xml$", "");
        try {
            var type = Class.forName(name, false, Declared.class.getClassLoader());
            if (service.isAssignableFrom(type)) {
                found.add(service.cast(instance(type)));
            }
        } catch (NoClassDefFoundError e) {
            // It refers to a library that is not on this class path, as no module and no event type does.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Component " + name, e);
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        var constructor = Arrays.stream(type.getConstructors())
                .min((a, b) -> a.getParameterCount() - b.getParameterCount())
                .orElseThrow();
        return constructor.newInstance(arguments(constructor));
    }

    private static @Nullable Object[] arguments(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes())
                .map(type -> type.isInterface()
                        ? Proxy.newProxyInstance(
                                type.getClassLoader(),
                                new Class<?>[] {type},
                                (proxy, method, arguments) -> method.getDefaultValue())
                        : null)
                .toArray();
    }
}
