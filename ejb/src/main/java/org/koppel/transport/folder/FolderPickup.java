package org.koppel.transport.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Fetches files from a folder below {@code KOPPEL_FOLDER_ROOT}. */
@ApplicationScoped
public class FolderPickup implements Pickup {
    @Inject
    private FolderRoot root;

    /** For CDI. */
    public FolderPickup() {}

    FolderPickup(FolderRoot root) {
        this.root = root;
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
    public PickupVisit visit(Map<String, String> given) throws PickupRefusedException {
        try {
            return new FolderVisit(root.folder(given), given.get("directory"));
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        }
    }
}
