package org.koppel.transport.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Patience;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Lays a delivery as files into a folder below {@code KOPPEL_FOLDER_ROOT}: under {@code <name>.tmp}, on the disk before it gets its
 * name. Of several files none gets its name before all are there; a file of the same name is replaced.
 */
@ApplicationScoped
public class FolderTransport implements Transport {
    private static final String UNFINISHED = ".tmp";

    @Inject
    private FolderRoot root;

    @Inject
    private Patience patience;

    /** For CDI. */
    public FolderTransport() {}

    FolderTransport(FolderRoot root, Patience patience) {
        this.root = root;
        this.patience = patience;
    }

    @Override
    public TransportId id() {
        return new TransportId("folder");
    }

    /** {@code directory} counts from {@code KOPPEL_FOLDER_ROOT}. */
    @Override
    public List<Setting> settings() {
        return List.of(new Setting("directory", true, false));
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) throws IOException, InterruptedException {
        return lay(settings, List.of(), "The folder is there and can be written to");
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException {
        List<String> names = delivery.parts().stream().map(Part::fileName).toList();
        return lay(delivery.settings(), delivery.parts(), "Stored " + String.join(", ", names));
    }

    private DeliveryOutcome lay(Map<String, String> settings, List<Part> parts, String done)
            throws IOException, InterruptedException {
        return patience.with("The folder " + settings.get("directory"), () -> layNow(settings, parts, done));
    }

    private DeliveryOutcome layNow(Map<String, String> settings, List<Part> parts, String done) throws IOException {
        try {
            Path folder = root.folder(settings);
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                return DeliveryOutcome.rejected(
                        "FOLDER_MISSING",
                        "The folder " + settings.get("directory")
                                + " is not there or cannot be written to; make it, or correct the directory of the channel");
            }
            for (Part part : parts) {
                write(folder.resolve(part.fileName() + UNFINISHED), part.content());
            }
            for (Part part : parts) {
                Files.move(
                        folder.resolve(part.fileName() + UNFINISHED),
                        folder.resolve(part.fileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return DeliveryOutcome.delivered(done);
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (AccessDeniedException e) {
            return DeliveryOutcome.rejected(
                    "FOLDER_DENIED",
                    "The server may not write in the folder " + settings.get("directory")
                            + "; give its account the right to");
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
