/** Faults: servers are killed under load, and an outside ledger of what was acknowledged is compared with what became of it. */
package org.koppel.fault;
