/** The console's simulator of buyers' systems: what each sends, what it makes of a returned cart. Nothing here knows a page. */
package org.koppel.web.simulator;
