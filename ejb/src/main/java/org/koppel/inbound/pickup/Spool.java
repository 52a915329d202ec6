package org.koppel.inbound.pickup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file on its way from the partner to the database: on this machine's disk, so that no transaction waits for a slow partner. */
final class Spool implements AutoCloseable {
    private final Path path;
    private final MessageDigest digest;
    private final OutputStream out;

    private Spool(Path path, MessageDigest digest) throws IOException {
        this.path = path;
        this.digest = digest;
        this.out = new DigestOutputStream(Files.newOutputStream(path), digest);
    }

    static Spool open() throws IOException {
        try {
            return new Spool(Files.createTempFile("koppel-pickup-", ".in"), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    OutputStream out() {
        return out;
    }

    /** In bytes. */
    long size() throws IOException {
        out.flush();
        return Files.size(path);
    }

    /** Where it is until it is closed. */
    Path path() {
        return path;
    }

    /** Of what was written so far; once. */
    byte[] sha256() {
        return digest.digest();
    }

    InputStream content() throws IOException {
        out.flush();
        return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + path, e);
        }
    }
}
