package org.koppel.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Every transport that is installed. */
@ApplicationScoped
public class TransportRegistry {
    @Inject
    @Any
    private Instance<Transport> transports;

    public Optional<Transport> byId(TransportId id) {
        return transports.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public List<Transport> all() {
        return transports.stream().toList();
    }
}
