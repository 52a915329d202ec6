/** What partners' people and developers read without logging in: the manual, and the descriptions of our own formats. */
package org.koppel.web.help;
