package org.patchbay.identity;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with their defaults, some changed. */
public final class Configs {

    private Configs() {}

    public static IdentityConfig with(Map<String, ?> changed) {
        return (IdentityConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {IdentityConfig.class},
                (proxy, method, arguments) -> changed.containsKey(method.getName())
                        ? changed.get(method.getName())
                        : method.getDefaultValue());
    }
}
