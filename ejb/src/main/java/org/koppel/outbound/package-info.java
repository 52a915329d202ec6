/** What goes out: the outbox, the dispatcher, attempts, the retry policy. */
package org.koppel.outbound;
