package org.patchbay.web.fake;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.patchbay.web.WebConfig;

/** Settings with their defaults, some changed. */
public final class Configs {

    private Configs() {}

    public static WebConfig plain() {
        return with(Map.of());
    }

    public static WebConfig with(Map<String, ?> changed) {
        return (WebConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {WebConfig.class},
                (proxy, method, arguments) -> changed.containsKey(method.getName())
                        ? changed.get(method.getName())
                        : method.getDefaultValue());
    }
}
