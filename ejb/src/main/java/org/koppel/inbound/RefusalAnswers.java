package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.archive.AnswerDue;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.Problem;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.Party;
import org.koppel.document.RefusedDocument;
import org.koppel.party.BackOffice;
import org.koppel.party.Channels;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/**
 * Tells whoever sent something in vain: the back office, which has no console, and customers that agreed on a way for it. Each thing is
 * told once, and no receipt is answered. Takes part in the transaction in which it is refused.
 */
@ApplicationScoped
class RefusalAnswers {
    private static final String TYPE = ApplicationResponse.class.getSimpleName();

    /** From a customer it is our own that came back, as CebeoXML writes refusals too. */
    private static final String ANSWER = OrderResponse.class.getSimpleName();

    @Inject
    Channels channels;

    @Inject
    Customers customers;

    @Inject
    Event<AnswerDue> answers;

    @Inject
    Clock clock;

    /**
     * A message, or a document of one, that was refused; {@code kind} is null where it does not say what it is, {@code reference} is its
     * sender's id of the message and may be null.
     */
    record Refusal(UUID id, PartyId sender, DocumentNumber number, String kind, String reference, boolean test) {}

    /** A document that was kept is not taken. @param reference of its message, may be null */
    void tell(ArchivedDocument document, String reference, boolean test, List<Problem> problems) {
        String kind = kind(document);
        if (awaits(document.customer(), kind) && document.tellRefusal()) {
            fire(new Refusal(document.id(), document.customer(), document.number(), kind, reference, test), problems);
        }
    }

    /** Something is not taken of which no document was kept. */
    void tell(Refusal refused, List<Problem> problems) {
        if (awaits(refused.sender(), refused.kind())) {
            fire(refused, problems);
        }
    }

    /** What could not be read is called by its format's word. */
    private static String kind(ArchivedDocument document) {
        return document.type().equals(RefusedDocument.class.getSimpleName())
                ? document.as(RefusedDocument.class).kind()
                : document.type();
    }

    private boolean awaits(PartyId sender, String kind) {
        if (kind == null || isReceipt(kind)) { // of what kind nothing is said, it may be a receipt too
            return false;
        }
        return BackOffice.is(sender)
                || (!kind.equals(ANSWER) && !channels.of(sender, TYPE).isEmpty());
    }

    private static boolean isReceipt(String kind) {
        return kind.equals(PartnerReceipt.class.getSimpleName()) || PartnerReceipt.isKind(kind);
    }

    private void fire(Refusal refused, List<Problem> problems) {
        Optional<Customer> customer =
                BackOffice.is(refused.sender()) ? Optional.empty() : customers.byId(refused.sender());
        RefusalTexts texts = new RefusalTexts(customer.map(Customer::language).orElse("en"));
        Document answer = new ApplicationResponse(
                new DocumentNumber("AR-" + refused.id().toString().substring(0, 8)),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                refused.number(),
                refused.kind(),
                refused.reference(),
                refused.test(),
                problems.stream()
                        .map(p -> new Finding(p.code(), p.location(), texts.of(p)))
                        .toList(),
                customer.map(c -> new Party(c.name(), c.gln(), c.vatNumber(), null, null))
                        .orElse(null));
        answers.fire(new AnswerDue(refused.sender(), answer));
    }
}
