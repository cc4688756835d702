package org.patchbay.identity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores on which something happens in the moment in which one of their methods is called for the first time. */
public final class Moments {

    private Moments() {}

    /** The store, on which this happens just before the first call of the method. */
    public static <T> T before(Class<T> type, T store, String method, Runnable event) {
        return watched(type, store, method, event, () -> {});
    }

    /** The store, on which this happens just after the first call of the method. */
    public static <T> T after(Class<T> type, T store, String method, Runnable event) {
        return watched(type, store, method, () -> {}, event);
    }

    private static <T> T watched(Class<T> type, T store, String method, Runnable before, Runnable after) {
        var happened = new AtomicBoolean();
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    boolean now = called.getName().equals(method) && happened.compareAndSet(false, true);
                    if (now) {
                        before.run();
                    }
                    try {
                        Object answer = called.invoke(store, arguments);
                        if (now) {
                            after.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
