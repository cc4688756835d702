package org.patchbay.phonemedia.srtp;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts and decrypts a few packets with each profile before anybody calls. The ciphers' first use takes seconds on a
 * busy machine, which in a call would make the sender believe that the network is bad.
 */
final class SrtpWarmUp implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SrtpWarmUp.class);
    private static final int PACKETS = 200;
    private static final int LENGTH = 172;
    private static final int ROOM = 300;

    @Override
    public void run() {
        long start = System.nanoTime();
        for (SrtpProfile profile : SrtpProfile.values()) {
            var keying = new byte[profile.keyingLength()];
            SrtpSession client = SrtpSession.ofClient(profile, keying);
            SrtpSession server = SrtpSession.ofServer(profile, keying);
            var packet = new byte[ROOM];
            for (int i = 1; i <= PACKETS; i++) {
                Arrays.fill(packet, (byte) 0);
                packet[0] = (byte) 0x80;
                packet[3] = (byte) i;
                packet[11] = 1;
                server.unprotect(packet, client.protect(packet, LENGTH));
            }
            packet[1] = (byte) 200;
            server.unprotectRtcp(packet, client.protectRtcp(packet, 28));
        }
        log.debug("The ciphers are warm after {} ms", (System.nanoTime() - start) / 1_000_000);
    }
}
