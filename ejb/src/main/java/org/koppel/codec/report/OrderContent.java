package org.koppel.codec.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRParameter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;

/** An order, its change or cancellation, on the layout of the confirmation, for a back office that reads paper. */
final class OrderContent {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private final OrderMessage message;
    private final ReportTexts texts;
    private final Figures figures;

    private OrderContent(OrderMessage message, ReportTexts texts, String currency) {
        this.message = message;
        this.texts = texts;
        this.figures = new Figures(texts, currency);
    }

    /** @throws DocumentException when its currency is none */
    static ReportContent of(OrderMessage message, FormatSettings settings) throws DocumentException {
        String currency = message.content() == null ? "EUR" : message.content().currency();
        if (!CURRENCIES.contains(String.valueOf(currency))) {
            throw new DocumentException(new Problem(
                    "UNKNOWN_CURRENCY", "currency", currency + " is no ISO 4217 code; give one such as EUR"));
        }
        ReportTexts texts = ReportTexts.of(settings.languageOf(null), null);
        OrderContent content = new OrderContent(message, texts, currency);
        List<ReportRow> rows = new ArrayList<>(content.references());
        message.lines().forEach(line -> rows.add(content.line(line)));
        if (message.content() != null && message.content().total() != null) {
            rows.add(new ReportRow.Sums(
                    ReportRow.TaxCells.NONE,
                    new ReportRow.TotalCells(
                            texts.get("total.net"),
                            content.figures.total(message.content().total()),
                            "GRAND")));
        }
        return new ReportContent(content.title(), "Koppel", texts.locale(), content.parameters(currency), rows);
    }

    private String title() {
        return texts.get("order.title." + message.kind()) + " " + message.order();
    }

    private List<ReportRow.References> references() {
        List<String[]> pairs = new ArrayList<>();
        pairs.add(new String[] {texts.get("order.number"), message.order().value()});
        pairs.add(new String[] {
            texts.get(message.kind() == Kind.NEW ? "reference.orderDate" : "order.date"),
            figures.date(message.issuedAt().toLocalDate())
        });
        if (message.kind() != Kind.NEW) {
            pairs.add(new String[] {texts.get("order.message"), message.number().value()});
        }
        if (message.content() != null) {
            if (message.content().requestedDelivery() != null) {
                pairs.add(new String[] {
                    texts.get("order.requested"), figures.date(message.content().requestedDelivery())
                });
            }
            for (Reference reference : message.content().references()) {
                if (reference.kind() != Reference.Kind.ATTACHMENT) {
                    pairs.add(new String[] {ReferenceRows.label(texts, reference), reference.value()});
                }
            }
        }
        List<ReportRow.References> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            String[] left = pairs.get(i);
            String[] right = i + 1 < pairs.size() ? pairs.get(i + 1) : new String[2];
            rows.add(new ReportRow.References(left[0], left[1], right[0], right[1]));
        }
        return rows;
    }

    private ReportRow.Line line(OrderLine line) {
        Price price = line.price();
        boolean perMore = price != null && price.baseQuantity().compareTo(BigDecimal.ONE) != 0;
        String requested =
                line.requestedDelivery() == null ? null : texts.get("order.on", figures.date(line.requestedDelivery()));
        String remarks = line.references().stream()
                .filter(r -> r.kind() != Reference.Kind.ATTACHMENT)
                .map(r -> ReferenceRows.label(texts, r) + ": " + r.value())
                .collect(Collectors.joining("\n"));
        return new ReportRow.Line(
                "LINE",
                line.number(),
                line.item().description(),
                LineRows.numbers(texts, "order.buyersId", line.item()),
                figures.quantity(line.quantity()),
                null,
                price == null ? "" : figures.amount(price.amount()),
                perMore
                        ? texts.get(
                                "line.per",
                                figures.quantity(
                                        price.baseQuantity(),
                                        line.quantity().unit().value()))
                        : null,
                price == null ? "" : figures.amount(price.of(line.quantity().value())),
                null,
                message.kind() == Kind.NEW ? "ACCEPTED" : "CHANGED",
                texts.get("order.line." + message.kind()),
                requested,
                Parties.joined("\n", line.note(), place(line.shipTo()), remarks));
    }

    /** Null where the line goes where the order does. */
    private String place(Address own) {
        return own == null ? null : texts.get("party.shipTo") + ": " + new Parties(texts).oneLine(own);
    }

    private Map<String, Object> parameters(String currency) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("LOGO", Logo.OURS);
        parameters.put("LOGO_TEXT", texts.get("logo", "Koppel"));
        parameters.put("TITLE", title());
        parameters.put(
                "SUBTITLE", message.buyer() == null ? null : message.buyer().name());
        parameters.put("CONTINUED", title());
        parameters.put("TEST", message.test() ? texts.get("test") : null);
        parameters.put(
                "STATUS",
                switch (message.kind()) {
                    case NEW -> "ACCEPTED";
                    case CHANGE -> "CHANGED";
                    case CANCELLATION -> "REJECTED";
                });
        parameters.put("STATUS_TEXT", texts.get("order.line." + message.kind()));
        parameters.put("SUMMARY", texts.get("order.summary." + message.kind()));
        parameters.put("AMOUNTS_IN", texts.get("amountsIn", currency));
        parameters.put("NOTE", message.note());
        if (message.content() != null && message.content().card() != null) {
            parameters.put("CARD", message.content().card().text());
        }
        parties(parameters);
        return parameters;
    }

    private void parties(Map<String, Object> parameters) {
        Address place = message.content() == null ? null : message.content().shipTo();
        Party invoicee = message.content() == null ? null : message.content().invoicee();
        List<Parties.Block> blocks = new Parties(texts).of(message.buyer(), place, invoicee);
        for (int i = 0; i < blocks.size(); i++) {
            String name = "PARTY_" + (i + 1);
            parameters.put(name, blocks.get(i).label());
            parameters.put(name + "_NAME", blocks.get(i).name());
            parameters.put(name + "_TEXT", blocks.get(i).lines());
        }
    }
}
