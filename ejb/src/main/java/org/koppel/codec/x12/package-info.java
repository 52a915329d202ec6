/**
 * ANSI X12 4010: reads 850, writes 855 and 997. The messages are described in {@code *.xml} beside the classes;
 * {@code docs/formats/x12.md} says what becomes of each segment.
 */
package org.koppel.codec.x12;
