package org.koppel.transport.as2;

import com.helger.as2lib.disposition.DispositionType;
import com.helger.as2lib.util.AS2ResourceHelper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.koppel.transport.Arrival;
import org.koppel.transport.Reception;

/** A message whose sender is proved: {@code signed} is what the MIC is over, {@code document} what is in it. */
record OpenedMessage(
        Arrival arrival, MimeBodyPart signed, MimeBodyPart document, OwnKeys.Pair key, AS2ResourceHelper files)
        implements Reception.Opened {
    private static final String TAKEN = "The message was opened, its signature is good, and it is stored.";

    @Override
    public String id() {
        return arrival.header("message-id");
    }

    @Override
    public String contentType() {
        try {
            return OutgoingMessage.oneLine(document.getContentType());
        } catch (MessagingException e) {
            throw new IllegalStateException("A part that was read has no type", e);
        }
    }

    @Override
    public InputStream content() throws IOException {
        try {
            return document.getInputStream();
        } catch (MessagingException e) {
            throw new IOException("The message cannot be read", e);
        }
    }

    @Override
    public Reception.Answer taken() {
        return receipt(DispositionType.createSuccess(), TAKEN);
    }

    @Override
    public Reception.Answer refused(String why) {
        return receipt(DispositionType.createError(As2Reception.NOT_PROCESSED), why);
    }

    private Reception.Answer receipt(DispositionType disposition, String text) {
        return As2Reception.receipt(arrival, signed, Optional.of(key), disposition, text);
    }

    @Override
    public void close() {
        files.close();
    }
}
