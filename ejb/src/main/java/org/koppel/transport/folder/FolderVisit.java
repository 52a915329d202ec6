package org.koppel.transport.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.LimitedCopy;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.WaitingFile;

/** Takes files from a folder; links are not followed, they could lead anywhere. */
final class FolderVisit implements PickupVisit {
    private static final System.Logger LOG = System.getLogger(FolderVisit.class.getName());
    private static final String UNFINISHED = ".tmp";
    private final Path folder;
    private final String place;
    private volatile boolean brokenOff;

    FolderVisit(Path folder, String place) {
        this.folder = folder;
        this.place = place;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void begin() throws PickupRefusedException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new PickupRefusedException(DeliveryOutcome.rejected(
                    "FOLDER_MISSING",
                    "The folder " + place + " is not there; make it below KOPPEL_FOLDER_ROOT or correct the setting"));
        }
    }

    @Override
    public List<WaitingFile> list() throws IOException, PickupRefusedException {
        List<WaitingFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                waiting(path).ifPresent(files::add);
            }
        } catch (AccessDeniedException e) {
            throw denied(e);
        }
        return files;
    }

    /** Empty for what is no file, or was taken away in this moment. */
    private static Optional<WaitingFile> waiting(Path path) {
        String name = path.getFileName().toString();
        try {
            BasicFileAttributes about =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return about.isRegularFile() && WaitingFile.isName(name)
                    ? Optional.of(new WaitingFile(
                            name, about.size(), about.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Gone while it was listed: " + name, e);
            return Optional.empty();
        }
    }

    @Override
    public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException, PickupRefusedException {
        brokenOff = false;
        try (InputStream in =
                new Breakable(Files.newInputStream(folder.resolve(file.name()), LinkOption.NOFOLLOW_LINKS))) {
            return LimitedCopy.copy(file, in, to, most);
        } catch (AccessDeniedException e) {
            throw denied(e);
        }
    }

    @Override
    public void move(WaitingFile file, String into, String name, String explanation)
            throws IOException, PickupRefusedException {
        try {
            Path target = Files.createDirectories(folder.resolve(into)).resolve(name);
            if (explanation != null) {
                Path unfinished = target.resolveSibling(name + ".txt" + UNFINISHED);
                Files.writeString(unfinished, explanation);
                Files.move(unfinished, target.resolveSibling(name + ".txt"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(folder.resolve(file.name()), target);
        } catch (AccessDeniedException e) {
            throw denied(e);
        }
    }

    @Override
    public void remove(WaitingFile file) throws IOException {
        Files.deleteIfExists(folder.resolve(file.name()));
    }

    @Override
    public boolean goesOn() {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** Closes nothing: to close a file waits for whoever reads it, on a share that hangs for ever. */
    @Override
    public void breakOff() {
        brokenOff = true;
    }

    /** Ends between two reads. */
    private final class Breakable extends FilterInputStream {
        Breakable(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (brokenOff) {
                throw new IOException("It took too long");
            }
            return super.read(buffer, offset, length);
        }
    }

    @Override
    public void close() {
        // nothing is open between the calls
    }

    private PickupRefusedException denied(AccessDeniedException e) {
        return new PickupRefusedException(
                DeliveryOutcome.rejected(
                        "FOLDER_DENIED",
                        "The server may not touch " + folder.relativize(Path.of(e.getFile())) + " in the folder "
                                + place + "; give its account the right to read and write there"),
                e);
    }
}
