/**
 * What travels between parties: immutable records named as in UBL 2.1, filled by readers, rendered by writers, kept as JSON.
 * A document never changes; what Koppel knows of an order now is the aggregate in {@code org.koppel.order}.
 */
package org.koppel.document;
