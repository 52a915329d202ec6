/** The entry for cXML request documents. */
package org.koppel.web.cxml;
