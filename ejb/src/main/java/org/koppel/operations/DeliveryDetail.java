package org.koppel.operations;

import java.util.List;

/**
 * A delivery with every attempt, the files that went out (none before the first attempt has rendered them), and what the partner said
 * about it afterwards.
 */
public record DeliveryDetail(
        DeliveryRow row, List<AttemptRow> attempts, List<PartRow> parts, List<ReceiptRow> receipts) {}
