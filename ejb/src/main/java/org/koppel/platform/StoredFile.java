package org.koppel.platform;

/** A file that somebody gave us; {@code name} has no path and an extension that fits {@code mediaType}. */
public record StoredFile(String name, String mediaType, byte[] content) {

    /** Never the content. */
    @Override
    public String toString() {
        return name + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
