/** What partners' developers fetch without logging in: the descriptions of our own formats. */
package org.koppel.web.help;
