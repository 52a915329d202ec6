/** What comes in: the inbox, de-duplication, the listeners, the SPI of handlers, acknowledgements. */
package org.koppel.inbound;
