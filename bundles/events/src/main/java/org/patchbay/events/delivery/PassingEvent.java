package org.patchbay.events.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** A transient event as bytes, for the way to the other nodes. */
final class PassingEvent {

    private PassingEvent() {}

    static byte[] write(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(event.id());
            out.writeUTF(event.source());
            out.writeUTF(event.type());
            out.writeUTF(event.portal().value());
            out.writeUTF(event.subject());
            out.writeUTF(event.time().toString());
            out.writeUTF(event.causationId().orElse(""));
            out.writeUTF(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Event read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Event(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    new PortalId(in.readUTF()),
                    in.readUTF(),
                    Instant.parse(in.readUTF()),
                    Optional.of(in.readUTF()).filter(cause -> !cause.isEmpty()),
                    0,
                    in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
