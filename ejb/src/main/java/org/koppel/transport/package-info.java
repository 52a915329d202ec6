/**
 * The SPI of delivery and of pick-up. A protocol is one package {@code transport.<name>} with an {@code @ApplicationScoped}
 * {@link org.koppel.transport.Transport}, a {@link org.koppel.transport.Pickup} or both;
 * {@link org.koppel.transport.TransportRegistry} and {@link org.koppel.transport.PickupRegistry} find them by CDI.
 */
package org.koppel.transport;
