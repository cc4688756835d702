package org.patchbay.videobridge;

import java.lang.annotation.Annotation;
import org.patchbay.media.MediaConfig;

/** A media bridge on any port of the loopback address. */
record Settings() implements MediaConfig {

    @Override
    public int port() {
        return 0;
    }

    @Override
    public String bind() {
        return "127.0.0.1";
    }

    @Override
    public String addresses() {
        return "";
    }

    @Override
    public int maxConferences() {
        return 100;
    }

    @Override
    public int maxEndpoints() {
        return 500;
    }

    @Override
    public String region() {
        return "";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return MediaConfig.class;
    }
}
