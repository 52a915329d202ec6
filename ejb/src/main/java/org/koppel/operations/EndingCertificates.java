package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.inbound.pickup.WaysInDesk;
import org.koppel.outbound.ChannelDesk;
import org.koppel.transport.CertificateEnd;

/** Certificates of channels and ways in that have to be renewed while there is time to agree on it with the partner. */
@ApplicationScoped
public class EndingCertificates {
    private static final Duration SOON = Duration.ofDays(30);

    @Inject
    ChannelDesk channels;

    @Inject
    WaysInDesk ways;

    @Inject
    Clock clock;

    /** Those that end within thirty days or have ended, the first to end first. */
    public List<CertificateEnd> soon() {
        return soon(channels.certificates(), ways.certificates(), clock.instant());
    }

    static List<CertificateEnd> soon(List<CertificateEnd> out, List<CertificateEnd> in, Instant now) {
        return Stream.concat(out.stream(), in.stream())
                .filter(c -> c.end().isBefore(now.plus(SOON)))
                .sorted(Comparator.comparing(CertificateEnd::end))
                .toList();
    }
}
