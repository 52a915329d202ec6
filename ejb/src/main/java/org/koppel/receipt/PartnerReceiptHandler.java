package org.koppel.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.koppel.codec.Problem;
import org.koppel.document.PartnerReceipt;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.outbound.DeliveryReceipts;
import org.koppel.shared.PartyId;

/** Marks the delivery that a receipt answers. A receipt for something that nobody sent is kept, with that reason. */
@ApplicationScoped
public class PartnerReceiptHandler implements DocumentHandler<PartnerReceipt> {
    @Inject
    private DeliveryReceipts receipts;

    @Override
    public Class<PartnerReceipt> documentClass() {
        return PartnerReceipt.class;
    }

    /** Everybody gets documents, the back office too. */
    @Override
    public boolean takesFrom(PartyId sender) {
        return true;
    }

    @Override
    public Handled handle(PartnerReceipt receipt, Received received) {
        return receipts.note(received.customer(), received.document(), receipt).isEmpty()
                ? Handled.rejected(List.of(unknown(receipt)))
                : Handled.processed();
    }

    private static Problem unknown(PartnerReceipt receipt) {
        String what = receipt.control() == null ? "document " + receipt.answers() : "interchange " + receipt.control();
        return new Problem(
                "UNKNOWN_DELIVERY",
                receipt.kind(),
                "Nothing was sent to this partner as " + what
                        + ". Ask the partner what it answers; nothing was changed.");
    }
}
