/** Measures Koppel beside a peer or a limit, both in the same run on the same machine; only ratios mean something. */
package org.koppel.bench;
