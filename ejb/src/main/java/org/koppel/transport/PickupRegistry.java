package org.koppel.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every protocol by which something can be picked up. */
@ApplicationScoped
public class PickupRegistry {
    @Inject
    @Any
    private Instance<Pickup> pickups;

    public Optional<Pickup> byId(TransportId id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** By name. */
    public List<Pickup> all() {
        return pickups.stream()
                .sorted(Comparator.comparing(p -> p.id().value()))
                .toList();
    }
}
