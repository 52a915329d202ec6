package org.koppel.operations;

import java.util.List;
import org.koppel.codec.Shortening;

/**
 * A delivery with every attempt, the files that went out (none before the first attempt has rendered them), what was shortened in
 * them, and what the partner said about it afterwards.
 */
public record DeliveryDetail(
        DeliveryRow row,
        List<AttemptRow> attempts,
        List<PartRow> parts,
        List<Shortening> shortened,
        List<ReceiptRow> receipts) {}
