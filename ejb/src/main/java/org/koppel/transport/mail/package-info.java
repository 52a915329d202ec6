/** Delivery by e-mail through the server's mail session. */
package org.koppel.transport.mail;
