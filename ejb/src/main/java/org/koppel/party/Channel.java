package org.koppel.party;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/**
 * An agreed way for one type of document to one customer: the formats that travel together, the transport, its settings
 * (secrets still encrypted), and when its
 * deliveries go.
 */
public record Channel(
        UUID id,
        PartyId customer,
        String documentType,
        List<FormatId> formats,
        TransportId transport,
        Map<String, String> settings,
        ChannelTiming timing) {
    /** In place of a type of document: the way of notices to one buyer, which nobody agreed on. */
    public static final String BUYERS_NOTICE = "BuyersNotice";

    /** One whose deliveries go at once. */
    public Channel(
            UUID id,
            PartyId customer,
            String documentType,
            List<FormatId> formats,
            TransportId transport,
            Map<String, String> settings) {
        this(id, customer, documentType, formats, transport, settings, ChannelTiming.AT_ONCE);
    }

    public Channel {
        formats = List.copyOf(formats);
        settings = Map.copyOf(settings);
    }
}
