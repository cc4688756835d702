package org.patchbay.scripting;

import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings for tests, with the worker on the class path of the test. */
public final class Settings {

    private Settings() {}

    public static ScriptingConfig defaults() {
        return with(Map.of());
    }

    /** The settings' defaults but for these. */
    public static ScriptingConfig with(Map<String, ?> settings) {
        return (ScriptingConfig) Proxy.newProxyInstance(
                Settings.class.getClassLoader(), new Class<?>[] {ScriptingConfig.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("annotationType")) {
                        return (Class<? extends Annotation>) ScriptingConfig.class;
                    }
                    if (method.getName().equals("workerClassPath")) {
                        return workerClassPath();
                    }
                    Object set = settings.get(method.getName());
                    return set == null ? method.getDefaultValue() : set;
                });
    }

    private static String workerClassPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.contains("worker") || entry.contains("graalvm"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
