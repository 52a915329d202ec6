/** Queues of the broker that partners inside the house use: {@code java:/jms/queue/partner/…}, never Koppel's own. */
package org.koppel.transport.jms;
