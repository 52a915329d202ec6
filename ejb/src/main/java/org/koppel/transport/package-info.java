/**
 * The SPI of delivery. A protocol is one package {@code transport.<name>} with an {@code @ApplicationScoped}
 * {@link org.koppel.transport.Transport}; {@link org.koppel.transport.TransportRegistry} finds it by CDI.
 */
package org.koppel.transport;
