/** The supplier's operations console: what came in, what became of it, what went out, and what needs a person. */
package org.koppel.web.console;
