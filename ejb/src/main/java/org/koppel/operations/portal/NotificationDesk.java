package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.operations.Audit;
import org.koppel.party.AnswerWay;
import org.koppel.party.Channels;
import org.koppel.party.Couplings;
import org.koppel.shared.PartyId;

/** Who at the customer gets documents by e-mail. Everything else of a channel is agreed with the supplier. */
@ApplicationScoped
@Transactional
public class NotificationDesk {
    /** Addresses in one field. */
    public static final int MOST = 20;

    @Inject
    Couplings couplings;

    @Inject
    Channels channels;

    @Inject
    Audit audit;

    /** The ways by e-mail that are on. */
    public List<AnswerWay> of(PartyId customer) {
        return couplings.answers(customer).stream()
                .filter(w -> w.active() && w.transport().equals("mail"))
                .toList();
    }

    /**
     * @param to at least one address; separated by commas, semicolons or lines, as {@code cc}
     * @return false when the customer has no such way
     * @throws PortalRefusedException when one of them is no address, or none or too many are left
     */
    public boolean change(PortalPerson person, UUID channel, String to, String cc) {
        Optional<AnswerWay> way = of(person.customer()).stream()
                .filter(w -> w.id().equals(channel))
                .findFirst();
        if (way.isEmpty()) {
            return false;
        }
        String receivers = addresses("to", to);
        if (receivers.isEmpty()) {
            throw new PortalRefusedException("to", "MISSING");
        }
        Map<String, String> settings = new TreeMap<>(way.get().settings());
        settings.put("to", receivers);
        String copies = addresses("cc", cc);
        if (copies.isEmpty()) {
            settings.remove("cc");
        } else {
            settings.put("cc", copies);
        }
        channels.change(channel, settings);
        audit.noteOfCustomer(
                person.name(), "NOTIFY", person.customer(), receivers + (copies.isEmpty() ? "" : "; " + copies));
        return true;
    }

    private static String addresses(String field, String entered) {
        List<String> all = Arrays.stream(
                        String.valueOf(entered == null ? "" : entered).split("[,;\\s]+"))
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
        if (all.size() > MOST) {
            throw new PortalRefusedException(field, "TOO_MANY");
        }
        return all.stream().map(a -> Entered.mail(field, a)).collect(Collectors.joining(", "));
    }
}
