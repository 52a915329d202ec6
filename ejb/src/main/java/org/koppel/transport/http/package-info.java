/** Deliveries by HTTP POST to an address of the partner, with basic, bearer or signed authentication. */
package org.koppel.transport.http;
