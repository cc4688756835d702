package org.patchbay.tenancy;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with their defaults, some changed. */
public final class Configs {

    private Configs() {}

    public static TenancyConfig with(Map<String, ?> changed) {
        return (TenancyConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {TenancyConfig.class},
                (proxy, method, arguments) -> changed.containsKey(method.getName())
                        ? changed.get(method.getName())
                        : method.getDefaultValue());
    }
}
