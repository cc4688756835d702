package org.patchbay.identity.picture;

/** A picture as it is kept. Whoever takes its content leaves it as it is. */
public final class StoredPicture {

    private final String hash;
    private final String mediaType;
    private final byte[] content;

    public StoredPicture(String hash, String mediaType, byte[] content) {
        this.hash = hash;
        this.mediaType = mediaType;
        this.content = content;
    }

    /** Of the content. */
    public String hash() {
        return hash;
    }

    /** Such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }
}
