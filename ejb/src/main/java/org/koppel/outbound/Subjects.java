package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.CartNotice;
import org.koppel.document.Invitation;
import org.koppel.document.Invoice;
import org.koppel.document.OrderResponse;
import org.koppel.party.Customers;
import org.koppel.shared.Bundles;

/** One line that tells the recipient what comes, in its language; test documents say so. */
@ApplicationScoped
class Subjects {
    @Inject
    Customers customers;

    /** One line in any case: what partners write into their numbers must not break a header. */
    String of(ArchivedDocument document) {
        return text(document).replaceAll("\\p{Cntrl}+", " ");
    }

    private String text(ArchivedDocument document) {
        String language =
                customers.byId(document.customer()).map(c -> c.language()).orElse("en");
        ResourceBundle texts = Bundles.of(Subjects.class, "subjects", Locale.forLanguageTag(language));
        if (document.type().equals(CartNotice.class.getSimpleName())) {
            String key = document.as(CartNotice.class).expired() ? "CartNotice.expired" : "CartNotice.expires";
            return MessageFormat.format(texts.getString(key), document.number().value());
        }
        if (document.type().equals(Invitation.class.getSimpleName())) {
            return texts.getString("Invitation");
        }
        if (document.type().equals(Invoice.class.getSimpleName())) {
            return invoice(texts, document.as(Invoice.class));
        }
        if (document.type().equals(ApplicationResponse.class.getSimpleName())) {
            return refusal(texts, document.as(ApplicationResponse.class));
        }
        if (!document.type().equals(OrderResponse.class.getSimpleName())) {
            return document.type() + " " + document.number();
        }
        OrderResponse response = document.as(OrderResponse.class);
        String subject = MessageFormat.format(
                texts.getString("OrderResponse." + (response.notice() == null ? response.status() : response.notice())),
                response.order().value(),
                response.number().value());
        return response.test() ? texts.getString("test") + " " + subject : subject;
    }

    private static String refusal(ResourceBundle texts, ApplicationResponse refusal) {
        String subject =
                MessageFormat.format(texts.getString("ApplicationResponse"), refusal.answered(), refusal.number());
        return refusal.test() ? texts.getString("test") + " " + subject : subject;
    }

    private static String invoice(ResourceBundle texts, Invoice invoice) {
        String key = "Invoice." + invoice.kind() + (invoice.order() == null ? "" : ".order");
        String subject = MessageFormat.format(texts.getString(key), invoice.number(), invoice.order());
        return invoice.test() ? texts.getString("test") + " " + subject : subject;
    }
}
