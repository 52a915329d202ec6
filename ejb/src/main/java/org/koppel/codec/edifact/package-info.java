/**
 * UN/EDIFACT in the uses of EANCOM: reads ORDERS, writes ORDRSP and CONTRL. The messages are described in {@code *.xml} beside the
 * classes; {@code docs/formats/edifact.md} says what becomes of each segment.
 */
package org.koppel.codec.edifact;
