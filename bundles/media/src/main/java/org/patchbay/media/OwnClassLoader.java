package org.patchbay.media;

/**
 * Runs calls into the embedded libraries with this bundle's class loader as the thread's: they look for their settings
 * (reference.conf, application.conf) there, and threads that they start inherit it.
 */
final class OwnClassLoader {

    private OwnClassLoader() {}

    interface Call<T, E extends Exception> {
        T run() throws E;
    }

    static <T, E extends Exception> T call(Call<T, E> call) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
