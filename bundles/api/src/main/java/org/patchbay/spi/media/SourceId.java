package org.patchbay.spi.media;

/** A source in its conference: the owner, a dash, and {@code a0}, {@code a1}, {@code v0} or {@code v1}. Immutable. */
public record SourceId(String value) {

    public SourceId {
        Check.name("/source", value, 40);
    }

    /** The id of the owner's source of that kind. */
    public static SourceId of(EndpointId owner, SourceKind kind) {
        return new SourceId(owner.value() + "-" + kind.suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
