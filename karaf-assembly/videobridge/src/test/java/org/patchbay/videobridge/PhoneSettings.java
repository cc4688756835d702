package org.patchbay.videobridge;

import java.lang.annotation.Annotation;
import org.patchbay.phonemedia.PhoneMediaConfig;

/** The sound of calls on the loopback address. */
record PhoneSettings(int firstPort) implements PhoneMediaConfig {

    private static final int PORTS = 100;

    @Override
    public int lastPort() {
        return firstPort + PORTS;
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
    public int maxPorts() {
        return 10;
    }

    @Override
    public int maxOpus() {
        return 4;
    }

    @Override
    public int maxRooms() {
        return 4;
    }

    @Override
    public int silentSeconds() {
        return 60;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public String prompts() {
        return "";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return PhoneMediaConfig.class;
    }
}
