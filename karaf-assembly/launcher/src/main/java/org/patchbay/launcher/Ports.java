package org.patchbay.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Looks whether the ports can be had, by taking each for a moment. */
final class Ports {

    void check(Settings settings) {
        if (settings.httpPort() == settings.httpsPort()) {
            throw ExitCode.SETTING.because("PATCHBAY_HTTP_PORT and PATCHBAY_HTTPS_PORT are both " + settings.httpPort()
                    + "; set them to two ports.");
        }
        stream("PATCHBAY_HTTP_PORT", settings.bind(), settings.httpPort());
        stream("PATCHBAY_HTTPS_PORT", settings.bind(), settings.httpsPort());
        settings.mediaBinds().forEach(address -> datagram("PATCHBAY_MEDIA_PORT", address, settings.mediaPort()));
    }

    private static void stream(String setting, InetAddress address, int port) {
        // Bound, never listening: whoever connects at this moment is refused, not let in and cut off.
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw refused(setting, "TCP", port, e);
        }
    }

    private static void datagram(String setting, InetAddress address, int port) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw refused(setting, "UDP", port, e);
        }
    }

    private static StartFailure refused(String setting, String protocol, int port, IOException e) {
        String reason = String.valueOf(e.getMessage()).contains("ermission")
                ? " may not be used by this user"
                : String.valueOf(e.getMessage()).contains("assign")
                        ? " cannot be had on the address of PATCHBAY_BIND or PATCHBAY_MEDIA_BIND"
                        : " is in use by another program";
        return ExitCode.PORT.because(
                protocol + " port " + port + reason + "; set " + setting + " to a free one, or stop that program.");
    }
}
