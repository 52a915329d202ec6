package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.Party;

/** Writes UBL 2.1 {@code ApplicationResponse} with the response code RE: which document was refused, and why. */
@ApplicationScoped
public class UblApplicationResponseWriter implements DocumentWriter<ApplicationResponse> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public String mediaType() {
        return Ubl.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        StringWriter text = new StringWriter();
        try {
            UblXml xml = UblXml.begin(text, "ApplicationResponse");
            xml.basic("ID", response.number().value());
            xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(response.issuedAt()));
            xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(response.issuedAt()));
            boolean inside = response.toBackOffice();
            party(xml, "SenderParty", inside ? Party.named("Koppel") : settings.supplier());
            party(xml, "ReceiverParty", inside ? Party.named("Back office") : response.receiver());
            xml.open("DocumentResponse");
            xml.open("Response");
            xml.basic("ResponseCode", "RE");
            for (ApplicationResponse.Finding finding : response.findings()) {
                xml.open("Status");
                xml.basic("StatusReasonCode", finding.code());
                xml.basic("StatusReason", finding.placed());
                xml.close();
            }
            xml.close();
            xml.open("DocumentReference");
            xml.basic("ID", response.answered().value());
            xml.basic("DocumentType", response.answeredType());
            xml.close();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write an application response into memory", e);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void party(UblXml xml, String role, Party party) throws XMLStreamException {
        xml.open(role);
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        xml.wrapped("PartyName", "Name", party.name());
        xml.close();
    }
}
