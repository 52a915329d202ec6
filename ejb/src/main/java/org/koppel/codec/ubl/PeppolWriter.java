package org.koppel.codec.ubl;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Document;
import org.koppel.document.Party;

/** Writes one kind of document of Peppol. What the official rules object to is not written; the exception names the rules. */
abstract class PeppolWriter<T extends Document> implements DocumentWriter<T> {
    /** What to do, for rules of a country that say only what is wrong. */
    private static final Map<String, String> CURES = Map.of(
            "NL-R-001", "; name the invoice that is credited (preceding)",
            "NL-R-002", "; complete street, postal code and city of the supplier",
            "NL-R-003", "; set seller-registration of the channel to 0106:<KvK> or 0190:<OIN>",
            "NL-R-004", "; complete street, postal code and city of the customer",
            "NL-R-005", "; set buyer-registration of the channel to 0106:<KvK> or 0190:<OIN>",
            "NL-R-007", "; say how to pay (payment/means, 30 or 58 with an IBAN)",
            "NL-R-008", "; take 30 or 58 as payment/means");

    @Inject
    PeppolRules rules;

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public String mediaType() {
        return Ubl.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    /** Whose rules the document has to pass. */
    protected abstract PeppolDocument transaction(T document);

    /**
     * The document in UBL.
     *
     * @param problems takes what is missing; the result does not count then
     * @throws DocumentException when the document cannot be said in this format at all
     */
    protected abstract String xml(T document, FormatSettings settings, Problems problems) throws DocumentException;

    @Override
    public void write(T document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        Problems problems = new Problems();
        String text = xml(document, settings, problems);
        problems.throwIfAny();
        byte[] xml = text.getBytes(StandardCharsets.UTF_8);
        rules.check(transaction(document), xml).stream()
                .filter(PeppolFinding::fatal)
                .forEach(f -> problems.add(f.rule(), f.location(), f.text() + CURES.getOrDefault(f.rule(), "")));
        problems.throwIfAny();
        out.write(xml);
    }

    @Override
    public List<Problem> warnings(T document, byte[] written) {
        return rules.foreseen(transaction(document), written).stream()
                .map(f -> new Problem(f.rule(), f.location(), f.text()))
                .toList();
    }

    /** The electronic address of a company, {@code scheme:value}; without one that is a problem, and null. */
    static String endpoint(FormatSettings settings, String option, Party party, String role, Problems problems) {
        return Endpoints.of(settings, option, party).orElseGet(() -> {
            problems.add(
                    "MISSING_FIELD",
                    role + "/Party/EndpointID",
                    "The company has no electronic address; set " + option + ", a GLN or a Belgian VAT number");
            return null;
        });
    }
}
