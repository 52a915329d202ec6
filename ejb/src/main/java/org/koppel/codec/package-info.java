/**
 * The SPI of formats. A format is one package {@code codec.<name>} with {@code @ApplicationScoped} implementations of
 * {@link org.koppel.codec.DocumentReader}, {@link org.koppel.codec.DocumentWriter} and, where it can arrive by itself,
 * {@link org.koppel.codec.EnvelopeReader}; {@link org.koppel.codec.CodecRegistry} finds them by CDI.
 */
package org.koppel.codec;
