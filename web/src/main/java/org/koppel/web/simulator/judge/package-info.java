/**
 * Judges what came back from a punch-out, rule by rule. It reads what was posted and knows nothing of the classes that wrote it: a
 * fault of theirs is found here, not repeated.
 */
package org.koppel.web.simulator.judge;
