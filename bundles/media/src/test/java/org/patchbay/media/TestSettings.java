package org.patchbay.media;

import java.lang.annotation.Annotation;

/** Settings of a bridge in a test. */
record TestSettings(int port, String bind, String addresses) implements MediaConfig {

    @Override
    public int maxConferences() {
        return 20;
    }

    @Override
    public int maxEndpoints() {
        return 200;
    }

    @Override
    public String region() {
        return "Frankfurt";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return MediaConfig.class;
    }
}
