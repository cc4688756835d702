package org.patchbay.phonemedia;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.Goertzel;
import org.patchbay.testing.phonemedia.RtpPhone;

/** A service on loopback, tones for its phones, and how much of a tone arrived. */
final class TestMedia {

    private TestMedia() {}

    static PhoneMediaService open(int firstPort, int maxPorts, int silentSeconds) {
        Map<String, Object> values = Map.of(
                "firstPort",
                firstPort,
                "lastPort",
                firstPort + Math.max(399, 2 * maxPorts + 20),
                "bind",
                "127.0.0.1",
                "maxPorts",
                maxPorts,
                "maxOpus",
                8,
                "silentSeconds",
                silentSeconds,
                "threads",
                1);
        var config = (PhoneMediaConfig) Proxy.newProxyInstance(
                PhoneMediaConfig.class.getClassLoader(),
                new Class<?>[] {PhoneMediaConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new PhoneMediaService(config);
    }

    /** The frame of a tone. */
    static byte[] tone(Codec codec, double frequency, int number) {
        short[] samples = samples(frequency, number);
        byte[] payload = new byte[Frame.SAMPLES];
        G711.encode(codec, samples, Frame.SAMPLES, payload, 0);
        return payload;
    }

    static short[] samples(double frequency, int number) {
        short[] samples = new short[Frame.SAMPLES];
        for (int i = 0; i < Frame.SAMPLES; i++) {
            long at = (long) number * Frame.SAMPLES + i;
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * frequency * at / Frame.RATE));
        }
        return samples;
    }

    /** The amplitude of a frequency in the last 400 ms that a phone heard. */
    static double heard(RtpPhone phone, double frequency) {
        var sound = phone.received().stream()
                .filter(packet -> packet.payloadType() == 8 || packet.payloadType() == 0)
                .toList();
        if (sound.size() < 20) {
            return 0;
        }
        var last = sound.subList(sound.size() - 20, sound.size());
        short[] samples = new short[20 * Frame.SAMPLES];
        short[] frame = new short[2_000];
        int at = 0;
        for (var packet : last) {
            Codec codec = packet.payloadType() == 8 ? Codec.PCMA : Codec.PCMU;
            int count = Math.min(packet.payload().length, samples.length - at);
            G711.decode(codec, packet.payload(), 0, count, frame);
            System.arraycopy(frame, 0, samples, at, count);
            at += count;
        }
        return Goertzel.amplitude(frequency, samples, at);
    }
}
