package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse;
import org.koppel.document.PartnerReceipt;

/** One pass over the head of a document: which it is, its own id, who sends it to whom. Ends before the first line. */
final class EnvelopeWalk {
    private static final Pattern UBL = Pattern.compile(Pattern.quote(Ubl.NAMESPACE) + "(?!Common)[A-Za-z]+-2");
    private static final Map<String, Class<? extends Document>> TAKEN = Map.of(
            "Order",
            Order.class,
            "OrderChange",
            OrderChange.class,
            "OrderCancellation",
            OrderCancellation.class,
            "ApplicationResponse",
            PartnerReceipt.class,
            "OrderResponse",
            OrderResponse.class,
            "DespatchAdvice",
            DespatchAdvice.class,
            InvoiceWalk.INVOICE,
            Invoice.class,
            InvoiceWalk.CREDIT_NOTE,
            Invoice.class);

    /** What the seller says: to us, its back office. */
    private static final Set<String> OF_SELLERS = Set.of("OrderResponse", "DespatchAdvice");

    private final XmlCursor xml;
    private final UblFields fields;
    private String reference;
    private String number;
    private PartyPart buyer;
    private PartyPart seller;
    private PartyPart debtor;

    private EnvelopeWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new UblFields(xml, new Problems());
    }

    /** Whether it begins like UBL, of Peppol or not. */
    static boolean recognises(byte[] head, boolean peppol) {
        String ascii = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        boolean named = ascii.contains(Ubl.PEPPOL_TRANSACTION) || ascii.contains(Ubl.PEPPOL_BILLING);
        return UBL.matcher(ascii).find() && named == peppol;
    }

    static Envelope read(InputStream in) throws DocumentException, IOException {
        EnvelopeWalk walk = new EnvelopeWalk(XmlStreams.open(in));
        return walk.walk().around(walk.number);
    }

    private Envelope walk() throws DocumentException, IOException {
        xml.nextChild(0);
        String kind = xml.name();
        boolean before = true;
        while (before && xml.nextChild(1)) {
            switch (xml.name()) {
                case "ID" -> number = fields.text(Ubl.NAME_LENGTH, "ID");
                case "UUID" -> reference = fields.text(Ubl.NAME_LENGTH, "UUID");
                case "BuyerCustomerParty" -> buyer = PartyPart.inside(fields, "BuyerCustomerParty");
                case "SenderParty" -> buyer = PartyPart.itself(fields, "SenderParty");
                case "ReceiverParty" -> seller = PartyPart.itself(fields, "ReceiverParty");
                case "DespatchSupplierParty" -> seller = PartyPart.inside(fields, "DespatchSupplierParty");
                case "SellerSupplierParty" -> seller = PartyPart.inside(fields, "SellerSupplierParty");
                case "AccountingCustomerParty" -> debtor = PartyPart.inside(fields, "AccountingCustomerParty");
                case "OrderLine", "DespatchLine", "InvoiceLine", "CreditNoteLine" -> before = false;
                default -> {}
            }
        }
        Optional<Class<? extends Document>> type = Optional.ofNullable(TAKEN.get(kind));
        if (OF_SELLERS.contains(kind)) {
            return new Envelope(reference, identities(seller), List.of(), List.of(), kind, type, false);
        }
        if (type.isPresent() && type.get() == Invoice.class) {
            return new Envelope(reference, List.of(), List.of(), charged(), kind, type, false);
        }
        if (type.isPresent() && buyer == null) {
            boolean answer = type.get() == PartnerReceipt.class;
            String party = answer ? "SenderParty" : "BuyerCustomerParty";
            throw new DocumentException(new Problem(
                    "MISSING_FIELD", party, "There is no " + party + "; say who " + (answer ? "answers" : "orders")));
        }
        return new Envelope(reference, identities(buyer), List.of(), identities(seller), kind, type, false);
    }

    /** Who is charged, by the names that Koppel knows customers by. */
    private List<Identity> charged() {
        List<Identity> names = new ArrayList<>(identities(debtor));
        if (debtor != null && debtor.gln() != null) {
            names.add(new Identity(Identity.GLN, debtor.gln()));
        }
        if (debtor != null && debtor.party().vat() != null) {
            names.add(new Identity(Identity.VAT, debtor.party().vat()));
        }
        return names;
    }

    private static List<Identity> identities(PartyPart party) {
        return party == null ? List.of() : party.identities();
    }
}
