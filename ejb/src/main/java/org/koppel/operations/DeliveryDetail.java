package org.koppel.operations;

import java.util.List;

/** A delivery with every attempt and the files that went out (none before the first attempt has rendered them). */
public record DeliveryDetail(DeliveryRow row, List<AttemptRow> attempts, List<PartRow> parts) {}
