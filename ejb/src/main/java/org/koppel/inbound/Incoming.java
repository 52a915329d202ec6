package org.koppel.inbound;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.party.Caller;

/**
 * A message at the door. {@code channel} names the entrance ({@code http-cxml}, {@code api}); {@code format} is known where
 * the entrance or the caller says it, else recognised; {@code caller} is who proved to be somebody by the transport (API key),
 * empty where the message itself must prove it; {@code idempotencyKey} replaces the message's own reference when given;
 * {@code remote} is the address of the peer; {@code length} is the size that the sender announced, negative when it did not;
 * {@code wayIn} is the agreed way in that it was taken from.
 * {@code contentType} may be null.
 */
public record Incoming(
        String channel,
        Optional<FormatId> format,
        String contentType,
        Optional<Caller> caller,
        Optional<String> idempotencyKey,
        String remote,
        InputStream content,
        long length,
        Optional<UUID> wayIn) {

    /** What its sender knows it by when it has no reference: by an agreed way in, the name of the file or of the mail's enclosure. */
    String name() {
        return remote.substring(remote.lastIndexOf(' ') + 1);
    }

    /** By no agreed way in: whoever sends it came here. */
    public Incoming(
            String channel,
            Optional<FormatId> format,
            String contentType,
            Optional<Caller> caller,
            Optional<String> idempotencyKey,
            String remote,
            InputStream content,
            long length) {
        this(channel, format, contentType, caller, idempotencyKey, remote, content, length, Optional.empty());
    }

    /** Of unknown size. */
    public Incoming(
            String channel,
            Optional<FormatId> format,
            String contentType,
            Optional<Caller> caller,
            Optional<String> idempotencyKey,
            String remote,
            InputStream content) {
        this(channel, format, contentType, caller, idempotencyKey, remote, content, -1);
    }
}
